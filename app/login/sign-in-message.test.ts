import { expect, test } from 'vitest'
import { signInMessage } from './sign-in-message'

test.each([
  [null, null],
  ['CredentialsSignin', 'do not match'],
  ['wait:1', 'in 1 second.'],
  ['wait:59', 'in 59 seconds.'],
  ['wait:60', 'in 1 minute.'],
  ['wait:61', 'in 2 minutes.'],
  ['wait:300', 'in 5 minutes.'],
  ['wait:<b>', 'did not work just now'],
  ['unreachable', 'did not answer'],
  ['<script>alert(1)</script>', 'did not work just now'],
])('%s is explained', (code, words) => {
  const message = signInMessage(code)
  if (words === null) expect(message).toBeNull()
  else expect(message).toContain(words)
})
