import { isTimeZone } from './time-zone'
import { otherZoneNames, zoneToday } from './zone-names'

type Choice = { value: string; label: string; hint?: string; keywords?: string }

/** Languages and regions shops write and count in. The engine has no list of its own. */
const locales =
  'af-ZA am-ET ar-AE ar-EG ar-MA ar-SA az-AZ bg-BG bn-BD bs-BA ca-ES cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-GH ' +
  'en-IE en-IN en-KE en-NG en-NZ en-PH en-SG en-US en-ZA es-AR es-BO es-CL es-CO es-CR es-DO es-EC es-ES es-GT es-HN es-MX es-PA ' +
  'es-PE es-PY es-SV es-US es-UY es-VE et-EE fa-IR fi-FI fil-PH fr-BE fr-CA fr-CH fr-CI fr-FR fr-MA fr-SN gu-IN he-IL hi-IN hr-HR ' +
  'hu-HU id-ID is-IS it-CH it-IT ja-JP ka-GE kk-KZ km-KH ko-KR lt-LT lv-LV mk-MK ml-IN mr-IN ms-MY my-MM nb-NO ne-NP nl-BE nl-NL ' +
  'pl-PL ps-AF pt-AO pt-BR pt-MZ pt-PT ro-RO ru-RU si-LK sk-SK sl-SI sq-AL sr-RS sv-SE sw-KE sw-TZ ta-IN te-IN th-TH tr-TR uk-UA ' +
  'ur-PK uz-UZ vi-VN zh-CN zh-HK zh-SG zh-TW zu-ZA'

/** Every currency the engine knows, by name: "Brazilian Real", BRL. */
export function listCurrencies(): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' })
  const choices = Intl.supportedValuesOf('currency').map(code => ({
    value: code,
    label: names.of(code) ?? code,
    hint: code,
  }))
  return choices.sort((a, b) => a.label.localeCompare(b.label, 'en'))
}

/** Languages with their regions: "Portuguese (Brazil)", pt-BR. `current` is in the list whatever it is. */
export function listLocales(current: string): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' })
  const tags = new Set([...locales.split(' '), current])
  const choices = [...tags].map(tag => ({ value: tag, label: names.of(tag) ?? tag, hint: tag }))
  return choices.sort((a, b) => a.label.localeCompare(b.label, 'en'))
}

/**
 * Every time zone by its name of today, with its offset at `now`: "America/Sao Paulo", GMT-3. Other names find it, too.
 * Those of `kept` are in the list by the names they were saved with.
 */
export function listTimeZones(kept: (string | null)[], now: Date): Choice[] {
  const ofToday = Intl.supportedValuesOf('timeZone').map(zone => {
    const today = zoneToday(zone)
    return isTimeZone(today) ? today : zone
  })
  const saved = kept.filter(zone => zone !== null)
  return [...new Set(['UTC', ...saved, ...ofToday.sort()])].map(zone => ({
    value: zone,
    label: spaced(zone),
    hint: offsetAt(zone, now),
    keywords: otherNames(zone).join(' '),
  }))
}

/** Every way to write a zone but its label. */
function otherNames(zone: string): string[] {
  const names = new Set([zone, ...otherZoneNames(zone)].flatMap(name => [name, spaced(name)]))
  names.delete(spaced(zone))
  return [...names]
}

const spaced = (name: string) => name.replaceAll('_', ' ')

function offsetAt(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now)
  return parts.find(part => part.type === 'timeZoneName')?.value ?? ''
}
