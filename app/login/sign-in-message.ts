/** What to tell somebody whose sign-in failed, from next-auth's error code (`wait:<seconds>` is our own). */
export function signInMessage(code: string | null): string | null {
  if (!code) return null
  const wait = /^wait:(\d+)$/.exec(code)?.[1]
  if (wait) return `Too many attempts. Try again in ${inWords(Number(wait))}.`
  if (code === 'CredentialsSignin') return 'This e-mail and password do not match. Check both and try again.'
  if (code === 'unreachable') return 'The server did not answer. Check your connection and try again.'
  return 'Signing in did not work just now. Try again in a moment.'
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
