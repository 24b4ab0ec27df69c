/** A material of trade, the words for it, and the words for what is sold in its name. */
interface Material {
  readonly name: string
  readonly words: RegExp
  readonly rivals: RegExp
}

/** Materials that a cheaper one is passed off as. */
export const materials: readonly Material[] = [
  { name: 'leather', words: /\b(?:genuine|real|full[- ]grain|top[- ]grain|cow ?hide|calf) ?(?:leather)?\b|\bleather\b|真皮|牛皮|羊皮/i, rivals: /\bpu\b|\bpvc\b|faux|synthetic|imitation|vegan|artificial|bonded|人造革|合成革|仿皮|皮革纤维/i },
  { name: 'wood', words: /solid (?:\w+ )?(?:wood|oak|beech|walnut|pine|ash|teak|maple|birch|acacia|bamboo)|实木|實木|原木/i, rivals: /\bmdf\b|particle ?board|chip ?board|plywood|veneer|laminate|密度板|颗粒板|顆粒板|胶合板|膠合板|贴皮/i },
  { name: '304', words: /\b(?:sus ?)?304\b|\b18\/(?:8|10)\b/i, rivals: /\b(?:201|202|410|420|430)\b/ },
  { name: '316', words: /\b(?:sus ?)?316l?\b/i, rivals: /\b(?:201|202|304|410|420|430)\b/ },
  { name: 'silk', words: /\bsilk\b|mulberry|真丝|真絲|桑蚕丝|桑蠶絲/i, rivals: /polyester|viscose|rayon|satin|聚酯|涤纶|滌綸|人造丝/i },
  { name: 'cashmere', words: /cashmere|山羊绒|羊绒|羊絨/i, rivals: /acrylic|polyester|viscose|腈纶|涤纶/i },
  { name: 'wool', words: /\bwool\b|merino|羊毛/i, rivals: /acrylic|polyester|腈纶|涤纶/i },
  { name: 'cotton', words: /\bcotton\b|纯棉|純棉|全棉|棉/i, rivals: /polyester|polycotton|microfib|viscose|涤纶|滌綸|聚酯/i },
  { name: 'linen', words: /\blinen\b|\bflax\b|亚麻|亞麻/i, rivals: /polyester|viscose|rayon|涤纶/i },
  { name: 'down', words: /\bdown\b|羽绒|羽絨|鹅绒|鵝絨/i, rivals: /polyester|microfib|hollow ?fib|聚酯|涤纶/i },
  { name: 'brass', words: /\bbrass\b|黄铜|黃銅|全铜|全銅/i, rivals: /zinc|zamak|plated|锌合金|鋅合金|电镀/i },
  { name: 'silver', words: /sterling|\b925\b|纯银|純銀/i, rivals: /plated|alloy|镀银|鍍銀|合金/i },
  { name: 'gold', words: /\bsolid gold\b|\b(?:14|18|24) ?k gold\b|足金|纯金/i, rivals: /plated|alloy|镀金|鍍金|合金/i },
  { name: 'glass', words: /tempered glass|\bglass\b|钢化玻璃|鋼化玻璃|玻璃/i, rivals: /acrylic|plastic|\bpmma\b|亚克力|壓克力|塑料/i },
  { name: 'rubber', words: /natural rubber|natural latex|天然橡胶|天然乳胶|天然乳膠/i, rivals: /synthetic|\bpu\b|\beva\b|\btpe\b|聚氨酯|海绵/i },
  { name: 'titanium', words: /\btitanium\b|纯钛|钛合金|钛/i, rivals: /alumin|stainless|\bsteel\b|plastic|\babs\b|\biron\b|铝|不锈钢|塑料|铁/i },
  { name: 'aluminium', words: /\balumini?um\b|铝合金|铝/i, rivals: /plastic|\babs\b|polycarbonate|\bzinc\b|塑料|锌合金/i },
  { name: 'copper', words: /\bcopper\b|\bbronze\b|紫铜|纯铜|红铜|青铜/i, rivals: /plated|\bsteel\b|\biron\b|alumin|镀铜|不锈钢|铝/i },
  { name: 'stainless', words: /stainless|不锈钢/i, rivals: /plated|chromed|carbon steel|\biron\b|\btin ?plate\b|plastic|镀铬|碳钢|马口铁|塑料/i },
  { name: 'carbon', words: /carbon fib(?:re|er)|碳纤维/i, rivals: /fib(?:re|er)glass|glass fib|alumin|plastic|玻璃纤维|铝|塑料/i },
  { name: 'cast iron', words: /cast iron|铸铁/i, rivals: /alumin|stainless|\btin\b|铝|不锈钢/i },
  { name: 'bamboo', words: /bamboo|竹/i, rivals: /\bmdf\b|plastic|viscose|melamine|密度板|塑料|密胺/i },
  { name: 'porcelain', words: /porcelain|bone china|骨瓷|瓷/i, rivals: /melamine|plastic|stoneware|earthenware|密胺|塑料|陶/i },
  { name: 'crystal', words: /\bcrystal\b|水晶/i, rivals: /soda[- ]lime|acrylic|plastic|亚克力|塑料|普通玻璃/i },
  { name: 'metal', words: /\ball[- ]metal\b|full metal|solid (?:steel|metal|alumini?um)|全金属|全金屬/i, rivals: /plastic|\babs\b|polycarbonate|塑料|塑膠/i },
] // biome-ignore format: a table

/** Materials a text speaks of; those named with more words first. */
export const materialsIn = (text: string): readonly Material[] => materials.filter(({ words }) => words.test(text))
