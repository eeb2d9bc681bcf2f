/** What the form offers; days, because months differ. Empty: for ever. */
export const keepChoices = [
  { value: '', label: 'For ever' },
  { value: '730', label: '2 years' },
  { value: '395', label: '13 months' },
  { value: '180', label: '6 months' },
  { value: '90', label: '90 days' },
  { value: '30', label: '30 days' },
  { value: 'custom', label: 'Another number of days' },
]
