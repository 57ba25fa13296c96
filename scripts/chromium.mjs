import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { capture } from './setup.mjs'

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const HOW_TO =
  'The browser tests need Chromium: run "apt-get install -y chromium" as root, or set CHROMIUM to its path.'

/** Path of a Chromium, installed first when this is Debian and we are root; undefined, after saying how to get one, otherwise. */
export async function ensureChromium() {
  const found = find()
  if (found) return found
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.error('Installing Chromium for the browser tests …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await capture('apt-get', ['update', '-q'], { env })
    const { output } = await capture('apt-get', ['install', '-y', '-q', 'chromium'], { env })
    if (find()) return find()
    console.error(output)
  }
  console.error(HOW_TO)
  return undefined
}

function find() {
  return [process.env.CHROMIUM, ...USUAL_PLACES].find((path) => path && existsSync(path))
}
