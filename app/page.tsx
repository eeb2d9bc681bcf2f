import { redirect } from 'next/navigation'

/** proxy.ts answers `/` first; this stands behind it. */
export default function Home() {
  redirect('/admin')
}
