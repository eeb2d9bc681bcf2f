/**
 * Zones by the name that IANA gives them today, each with the other names that Intl accepts for it: the links of tzdata
 * 2025b (March 2025), most of them from its file `backward`. `Intl.supportedValuesOf` of Node 20, 22 and 24 lists some of
 * the old names only, Asia/Calcutta among them.
 */
const namesOfZones = `
Africa/Asmara Africa/Asmera
Africa/Bamako Africa/Timbuktu
Africa/Cairo Egypt
Africa/Tripoli Libya
America/Adak US/Aleutian America/Atka
America/Anchorage US/Alaska
America/Argentina/Buenos_Aires America/Buenos_Aires
America/Argentina/Catamarca America/Catamarca America/Argentina/ComodRivadavia
America/Argentina/Cordoba America/Cordoba America/Rosario
America/Argentina/Jujuy America/Jujuy
America/Argentina/Mendoza America/Mendoza
America/Atikokan America/Coral_Harbour
America/Chicago US/Central
America/Denver Navajo US/Mountain America/Shiprock
America/Detroit US/Michigan
America/Edmonton Canada/Mountain America/Yellowknife
America/Halifax Canada/Atlantic
America/Havana Cuba
America/Indiana/Indianapolis US/East-Indiana America/Indianapolis America/Fort_Wayne
America/Indiana/Knox US/Indiana-Starke America/Knox_IN
America/Iqaluit America/Pangnirtung
America/Jamaica Jamaica
America/Kentucky/Louisville America/Louisville
America/Los_Angeles US/Pacific
America/Manaus Brazil/West
America/Mazatlan Mexico/BajaSur
America/Mexico_City Mexico/General
America/New_York US/Eastern
America/Noronha Brazil/DeNoronha
America/Nuuk America/Godthab
America/Phoenix US/Arizona
America/Regina Canada/Saskatchewan
America/Rio_Branco Brazil/Acre America/Porto_Acre
America/Santiago Chile/Continental
America/Sao_Paulo Brazil/East
America/St_Johns Canada/Newfoundland
America/St_Thomas America/Virgin
America/Tijuana Mexico/BajaNorte America/Ensenada America/Santa_Isabel
America/Toronto Canada/Eastern America/Montreal America/Nipigon America/Thunder_Bay
America/Vancouver Canada/Pacific
America/Whitehorse Canada/Yukon
America/Winnipeg Canada/Central America/Rainy_River
Antarctica/McMurdo Antarctica/South_Pole
Arctic/Longyearbyen Atlantic/Jan_Mayen
Asia/Ashgabat Asia/Ashkhabad
Asia/Dhaka Asia/Dacca
Asia/Ho_Chi_Minh Asia/Saigon
Asia/Hong_Kong Hongkong
Asia/Jerusalem Israel Asia/Tel_Aviv
Asia/Kathmandu Asia/Katmandu
Asia/Kolkata Asia/Calcutta
Asia/Macau Asia/Macao
Asia/Makassar Asia/Ujung_Pandang
Asia/Nicosia Europe/Nicosia
Asia/Seoul ROK
Asia/Shanghai PRC Asia/Chongqing Asia/Harbin Asia/Chungking
Asia/Singapore Singapore
Asia/Taipei ROC
Asia/Tehran Iran
Asia/Thimphu Asia/Thimbu
Asia/Tokyo Japan
Asia/Ulaanbaatar Asia/Choibalsan Asia/Ulan_Bator
Asia/Urumqi Asia/Kashgar
Asia/Yangon Asia/Rangoon
Atlantic/Faroe Atlantic/Faeroe
Atlantic/Reykjavik Iceland
Australia/Adelaide Australia/South
Australia/Brisbane Australia/Queensland
Australia/Broken_Hill Australia/Yancowinna
Australia/Darwin Australia/North
Australia/Hobart Australia/Tasmania Australia/Currie
Australia/Lord_Howe Australia/LHI
Australia/Melbourne Australia/Victoria
Australia/Perth Australia/West
Australia/Sydney Australia/ACT Australia/NSW Australia/Canberra
Europe/Chisinau Europe/Tiraspol
Europe/Dublin Eire
Europe/Istanbul Turkey Asia/Istanbul
Europe/Kyiv Europe/Uzhgorod Europe/Zaporozhye Europe/Kiev
Europe/Lisbon Portugal
Europe/London GB GB-Eire Europe/Belfast
Europe/Moscow W-SU
Europe/Warsaw Poland
Pacific/Auckland NZ
Pacific/Chatham NZ-CHAT
Pacific/Chuuk Pacific/Truk Pacific/Yap
Pacific/Easter Chile/EasterIsland
Pacific/Honolulu US/Hawaii Pacific/Johnston
Pacific/Kanton Pacific/Enderbury
Pacific/Kwajalein Kwajalein
Pacific/Pago_Pago US/Samoa Pacific/Samoa
Pacific/Pohnpei Pacific/Ponape
UTC Etc/UTC GMT Etc/GMT Etc/Greenwich Greenwich Etc/UCT UCT Universal Zulu
`

const zones = namesOfZones
  .trim()
  .split('\n')
  .map(line => line.split(' '))
const othersOf = new Map(zones.map(([today = '', ...others]) => [today, others]))
const todayOf = new Map(zones.flatMap(([today = '', ...others]) => others.map(other => [other, today])))

/** What IANA calls a zone today. */
export function zoneToday(name: string): string {
  return todayOf.get(name) ?? name
}

/** What else the zone of this name is or was called. */
export function otherZoneNames(name: string): string[] {
  const today = zoneToday(name)
  return [today, ...(othersOf.get(today) ?? [])].filter(each => each !== name)
}
