/** Two soft tones rise for a new chat, one for a message. */
const tones = { chat: [587, 880], message: [740] } as const

const TONE_S = 0.16
const LOUDNESS = 0.08

let context: AudioContext | undefined

/** Plays a short sound, if the browser lets a page do so already. */
export function playSound(name: keyof typeof tones): void {
  // Browsers stay silent until somebody has touched the page.
  if (!navigator.userActivation?.hasBeenActive) return
  try {
    context ??= new AudioContext()
    const audio = context
    if (audio.state === 'suspended') void audio.resume()
    for (const [index, frequency] of tones[name].entries()) {
      const start = audio.currentTime + index * TONE_S
      const tone = audio.createOscillator()
      const volume = audio.createGain()
      tone.frequency.value = frequency
      volume.gain.setValueAtTime(0, start)
      volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02)
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 2 * TONE_S)
      tone.connect(volume).connect(audio.destination)
      tone.start(start)
      tone.stop(start + 2 * TONE_S)
    }
  } catch {
    // Without sound output there is still the badge.
  }
}
