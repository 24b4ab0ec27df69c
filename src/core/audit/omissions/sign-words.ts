// What signs look like in copy. Text is in Simplified characters and half-width signs when it is looked at.
// Every repetition is bounded: the time is linear in the text.

/** Signs of contact that may stand in markup: links, forms. */
export const sourceSigns = {
  email: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,4}/,
  link: /mailto:|href\s{0,3}=\s{0,3}["']tel:|\]\(tel:|wa\.me\/|<form\b|\]\([^)\n]{0,120}(?:contact|enquir|inquir)/i,
} as const

/** What a page may say: the first four are ways to reach the seller. */
export const copySigns = {
  telephone:
    /(?:\b(?:tel|telephone|phone|call|mobile|fax|hotline)\b|电话|手机|热线|传真)[^\n\d+]{0,16}\+?\(?\d[\d\s().-]{5,20}|\+\d{1,3}[\s(.-]{0,2}\d[\d\s().-]{6,18}|(?<!\d)(?:1[3-9]\d{9}|400-?\d{3}-?\d{4}|0\d{2,3}-\d{7,8})(?!\d)/i,
  postal:
    /\b[Aa]ddress(?: \|)?\s{0,2}[:|]|\b\d{1,5}[a-z]? (?:\p{Lu}[\p{L}'-]{1,24} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Square|Boulevard|Quay|Park)\b|\p{Lu}[\p{L}'-]{2,24}(?:stra(?:ße|sse|at)|gatan|weg|laan|gade) \d|\bP\.? ?O\.? Box\b|地址|[省市区县镇].{0,24}[路街道巷].{0,8}\d{1,5}号/u,
  messaging:
    /\b(?:whats ?app|we ?chat|telegram|skype|signal|live chat|messenger)\b|微信|企微|\bqq ?[:群]? ?\d{5}|旺旺|在线客服|\bline id\b/i,
  form: /\b(?:contact|enquiry|inquiry|request|quote|web|online) form\b|\bform (?:below|on this page)\b|询盘表|在线表单|在线留言|填写表单/i,
  'reply-time':
    /\b(?:repl(?:y|ies)|respon(?:d|ds|se)|answer(?:s|ed)?|get back|hear from us|quote[sd]?|quotation|call(?:ed)? (?:you )?back)\b[^.!?\n]{0,50}\b(?:within|inside|in|under|by|the same|next)\b[^.!?\n]{0,24}\b(?:hours?|minutes?|days?|h|noon|morning)\b|\b(?:within|inside|in under) [^.!?\n]{1,24}\b(?:hours?|minutes?|days?|h)\b[^.!?\n]{0,30}\b(?:reply|answer|respon|quot|get back)|(?:小时|分钟|工作日|天)(?:之?内)?.{0,8}(?:回复|答复|报价|响应|联系您)|(?:回复|答复|报价|响应).{0,10}(?:小时|分钟|工作日|当天|当日)/i,
  references:
    /\b(?:customer |buyer |our |verified )?(?:reviews?|testimonials?|references?|case stud(?:y|ies))\b|\b(?:customers|clients|buyers) (?:include|such as|like|say)\b|\b\d(?:\.\d)? ?(?:out of 5|stars?)\b|客户评价|买家秀|好评|评价|案例|合作客户|客户包括|参考客户/i,
  remedy:
    /\b(?:refund(?:s|ed)?|replac(?:e|ed|ement)s?|money back|compensat(?:e|ed|ion)|credit note|complain(?:t|ts)?|make it right|put (?:it|things) right|returns?|returned|repair(?:s|ed)?|reship|remake|re-?send)\b|\bif (?:we|it|they|the|anything|something|your?)\b[^.!?\n]{0,60}\b(?:late|wrong|fail|damaged?|defect|not satisf|unhappy|breaks?|missing)|退款|退货|退换|换货|换新|赔|补偿|补发|投诉|维修|返修|包退|包换|理赔|售后/i,
  conditions:
    /\b(?:except|exclud\w{1,6}|excluded|defects?|workmanship|wear and tear|misuse|unused|original packaging|terms|conditions|covers?|covered|subject to|only if|does not include|not apply)\b|人为|除外|不包括|不含|范围|条件|质量问题|正常使用|凭/i,
  'claim-route':
    /\b(?:to claim|claim form|make a claim|claims? (?:within|by|to)|contact us|(?:e-?mail|send|write|call|tell|show|return|post|bring|report)(?: it| them)? (?:us|to us|it back|back|to|a photo|photos?|your|the)\b|photos?|warranty card|proof of purchase|receipt|order number|complaints?\b)|联系(?:我们|客服)|凭|拍照|照片|视频|发票|保修卡|申请|客服/i,
  payer:
    /\b(?:we|you|seller|buyer|customer|manufacturer) (?:will |also |must |only )?(?:pays?|covers?|bears?|meets?)\b|\bpays? (?:for )?(?:the )?(?:return )?(?:postage|freight|shipping|carriage|courier)\b|\b(?:postage|freight|shipping|carriage|courier|transport|label)\b[^.!?\n]{0,40}\b(?:our|ours|paid|pays?|free|costs?|expense|account|charged?|yours|buyer|both ways)\b|\b(?:at our (?:own )?(?:cost|expense)|free of charge|at no (?:cost|charge)|free (?:returns?|repair|replacement)|prepaid)\b|运费|邮费|免费(?:维修|更换|上门|退换|换新|保修)|承担/i,
  'payout-time':
    /\b(?:refund\w{0,3}|replac\w{1,6}|repair\w{0,3}|credit\w{0,3}|paid|pay out|money|resend|new one)\b[^.!?\n]{0,50}(?:\b(?:within|inside|in) [^.!?\n]{0,14}\b(?:hours?|days?|weeks?|h)\b|\b(?:at once|immediately|same day|straight away|right away)\b)|\b(?:within|inside|in) [^.!?\n]{1,16}\b(?:hours?|days?|weeks?)\b[^.!?\n]{0,30}\b(?:refund|replac|repair|credit|pay|new one)|(?:退款|赔付|换新|补发|处理|到账|退还|解决|维修).{0,12}(?:天|小时|工作日|当天|立即|立刻)|(?:天|小时|工作日)(?:之?内)?.{0,10}(?:退款|赔付|换|补发|处理|到账|解决|修)/i,
  'terms-link':
    /\b(?:see|read|under|per|full|our) (?:our |the )?(?:full )?(?:warranty |guarantee |returns? )?(?:terms|conditions|policy)\b|详见.{0,12}(?:条款|政策|说明)/i,
  'individual-results':
    /\bresults? (?:may|can|will|do)? ?(?:vary|differ)\b|\bindividual results\b|\bnot typical\b|\btypical results?\b|\bmost (?:people|users|buyers|members) (?:can|will|may|should)\b|因人而异|效果因/i,
  supplement: /\b(?:dietary|food|nutritional|herbal|vitamin|mineral) supplements?\b|\bsupplement facts\b|膳食补充剂/i,
  'fda-notice': /not (?:been )?evaluated by the (?:u\.?s\.? )?(?:food (?:and|&) drug administration|fda)/i,
  'varied-diet': /\b(?:varied|balanced)\b[^.!?\n]{0,30}\bdiet\b/i,
  'health-food': /保健食品|保健品|蓝帽/,
  'no-medicine': /不(?:能|可|得)(?:代|替)替?代?药(?:物|品)/,
} as const

/** Words that invite the reader to enquire; a claim to be sent in is none. */
export const invitation =
  /\b(?:contact us|get in touch|send (?:us )?(?:an? |your |your own )?(?:inquir|enquir)(?:y|ies)|(?:inquire|enquire) (?:now|today|here)|request (?:a|your|our) (?:free |detailed )?(?:quote|quotation|samples?|catalog(?:ue)?|price list)|ask (?:us )?for (?:a|our|your|the) (?:free )?(?:quote|quotation|samples?|price list|catalog(?:ue)?)|get (?:a|your) (?:free |instant )?quote|feel free to (?:contact|ask|write|call|e-?mail|reach)|drop us a line|(?:message|e-?mail|write to|call|reach out to) us)\b(?! (?:within|in|about a|if|with your order)\b)|(?:欢迎|敬请|随时).{0,8}(?:咨询|询价|来电|来函|垂询|洽谈|联系|询盘)|立即(?:咨询|询价|联系)|联系我们|在线咨询|索取报价/i

/** Days that move: "today", 本周. */
export const timeWords =
  /(?<!\b(?:order|call|buy|shop|book|write|act|start|inquir[ey]|enquir[ey]|inquiry|enquiry|us|now|it|yours?) )\b(?:today|tonight)\b|\b(?:this (?:week|weekend|month|season)|now until|for a limited time|limited[- ]time)\b|今日|今天|今晚|本周|本月|限时/i
export const offerWords =
  /%|\b(?:off|price[sd]?|sale|discount(?:s|ed)?|offers?|deals?|only|promotion|save|free|coupon|voucher)\b|优惠|特价|促销|折|降价|活动|秒杀|立减|满减|包邮|只限|仅限/i
/** An absolute date: with a month by name or number. */
export const statedDate =
  /(?:19|20)\d\d|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|\d{1,2}月\d{1,2}[日号]|\b\d{1,2}[./]\d{1,2}\b/i
