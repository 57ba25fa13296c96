let context: AudioContext | undefined

/** Browsers let a page sound only after the visitor has touched it: called on the first touch. */
export function prepareSound(): void {
  try {
    context ??= new AudioContext()
    void context.resume()
  } catch {
    // Without audio the badge and the notice still tell
  }
}

/** A soft rising note for a new message. */
export function playNotice(): void {
  if (context?.state !== 'running') return
  const start = context.currentTime
  const tone = new OscillatorNode(context, { frequency: 660 })
  const volume = new GainNode(context, { gain: 0.06 })
  tone.frequency.setValueAtTime(880, start + 0.1)
  volume.gain.setTargetAtTime(0, start + 0.15, 0.1)
  tone.connect(volume).connect(context.destination)
  tone.start()
  tone.stop(start + 1)
}
