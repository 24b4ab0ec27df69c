import type { Dimension } from './units.ts'

/** A measure of goods, the names it goes by in data, and how copy speaks of it. */
interface SpecAttribute {
  readonly name: string
  readonly dimension: Dimension
  readonly key: RegExp
  readonly copy: RegExp
}

const attributes: readonly SpecAttribute[] = [
  { name: 'max-temperature', dimension: 'temperature', key: /^(?:max(?:imum)?(?:operating|working|use)?|heat|upper)(?:temp|resist)|temperature$|耐热|耐高温|最高温度|耐溫|耐温/i, copy: /heat[- ]?(?:resist|proof|safe)|withstand|up to|max|oven|耐热|耐高温|耐温|高达|最高/i },
  { name: 'min-temperature', dimension: 'temperature', key: /^min(?:imum)?.*temp|最低温度/i, copy: /down to|freez|耐寒|低至|最低/i },
  { name: 'thickness', dimension: 'length', key: /thick|厚/i, copy: /thick|厚/i },
  { name: 'width', dimension: 'length', key: /width|宽|寬/i, copy: /wide|width|宽|寬/i },
  { name: 'height', dimension: 'length', key: /height|高度|高$/i, copy: /\b(?:tall|high|height)\b|高/i },
  { name: 'length', dimension: 'length', key: /length|长度|長度|长$/i, copy: /\b(?:long|length)\b|长|長/i },
  { name: 'diameter', dimension: 'length', key: /diameter|直径|直徑|口径/i, copy: /diameter|across|直径|直徑|口径/i },
  { name: 'depth', dimension: 'length', key: /waterdepth|immersion|divingdepth|水深/i, copy: /depth|deep|under ?water|水深|潜水/i },
  { name: 'load', dimension: 'mass', key: /load|capacityweight|weightcapacity|carry|承重|载重|載重|负重/i, copy: /load|hold|carr|support|bear|lift|承重|载重|載重|负重/i },
  { name: 'weight', dimension: 'mass', key: /weight|mass|重量|净重|淨重/i, copy: /weigh|heavy|light|only|weight|重/i },
  { name: 'capacity', dimension: 'volume', key: /capacity|volume|容量|容积|容積/i, copy: /capacity|hold|volume|容量|容积|litre|liter|\bml\b|\bl\b|升/i },
  { name: 'power', dimension: 'power', key: /power|wattage|功率/i, copy: /power|motor|watt|\bk?w\b|功率|瓦/i },
  { name: 'battery', dimension: 'charge', key: /battery|capacity|电池|電池/i, copy: /battery|mah|电池|電池|毫安/i },
  { name: 'voltage', dimension: 'voltage', key: /voltage|电压|電壓/i, copy: /volt|\bv\b|电压|電壓/i },
  { name: 'light', dimension: 'light', key: /lum|brightness|光通|亮度/i, copy: /lumen|\blm\b|bright|流明|亮度/i },
  { name: 'noise', dimension: 'sound', key: /noise|sound|噪/i, copy: /quiet|noise|\bdb|噪|静音/i },
  { name: 'speed', dimension: 'rotation', key: /speed|rpm|转速|轉速/i, copy: /rpm|speed|转/i },
  { name: 'pressure', dimension: 'pressure', key: /pressure|压力|壓力/i, copy: /pressure|\bbar\b|\bpsi\b|压力/i },
  { name: 'grammage', dimension: 'grammage', key: /grammage|gsm|克重/i, copy: /gsm|克重/i },
  { name: 'running-time', dimension: 'time', key: /runtime|runningtime|playtime|batterylife|operatingtime|usetime|autonomy|续航|續航/i, copy: /runtime|run time|runs?|play|battery life|standby|of light|per charge|续航|續航|使用时间/i },
  { name: 'charging-time', dimension: 'time', key: /chargingtime|chargetime|充电时间|充電時間/i, copy: /charg|充电|充電/i },
] // biome-ignore format: a table

/** The attribute a key or name of data stands for in a dimension; the first of the table that fits. */
export const attributeOfKey = (name: string, dimension: Dimension): string | null => {
  const plain = name.toLowerCase().replace(/[\s_-]+/g, '')
  return attributes.find((attribute) => attribute.dimension === dimension && attribute.key.test(plain))?.name ?? null
}

/** The attribute that words around an amount of a dimension speak of; where a dimension has only one, that one. */
export function attributeOfCopy(words: string, dimension: Dimension): string | null {
  const measured = attributes.filter((attribute) => attribute.dimension === dimension)
  const spoken = measured.find((attribute) => attribute.copy.test(words))
  return spoken?.name ?? (measured.length === 1 ? (measured[0]?.name ?? null) : null)
}
