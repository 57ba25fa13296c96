import { expect, test } from 'vitest'
import { Emitter } from '../src/emitter.ts'

interface Events {
  word: string
  moment: number
}

class Speaker extends Emitter<Events> {
  constructor() {
    super(['moment'])
  }

  say(word: string): void {
    this.emit('word', word)
  }

  blink(at: number): void {
    this.emit('moment', at)
  }
}

test('early events wait for the first listener, and later ones queue up behind them', async () => {
  const speaker = new Speaker()
  speaker.say('a')
  speaker.say('b')
  const heard: string[] = []
  speaker.on('word', (word) => heard.push(word))
  speaker.say('c')
  expect(heard).toEqual([])
  await Promise.resolve()
  speaker.say('d')
  expect(heard).toEqual(['a', 'b', 'c', 'd'])
})

test('what is said while early events are delivered comes last', async () => {
  const speaker = new Speaker()
  speaker.say('a')
  speaker.say('b')
  const heard: string[] = []
  speaker.on('word', (word) => {
    heard.push(word)
    if (word === 'a') speaker.say('answer')
  })
  await Promise.resolve()
  expect(heard).toEqual(['a', 'b', 'answer'])
})

test('momentary events do not wait', async () => {
  const speaker = new Speaker()
  speaker.blink(1)
  const heard: number[] = []
  const stop = speaker.on('moment', (at) => heard.push(at))
  await Promise.resolve()
  speaker.blink(2)
  stop()
  speaker.blink(3)
  expect(heard).toEqual([2])
})
