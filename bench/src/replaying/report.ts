import type { Latencies } from '../shared/latencies.ts'
import { addDifferences, isFaultless } from './compare.ts'
import type { Played, Stage } from './play.ts'
import type { Verdict } from './verify.ts'

const COMPLAINTS_SHOWN = 10

/** Everything a run brought to light. */
export interface Report {
  readonly played: readonly Played[]
  readonly seconds: number
  readonly agents: number
  readonly verdict: Verdict
  readonly stage: Stage
}

/** Prints a run, for people or as JSON; answers with the exit code. */
export function printReport(report: Report, isJson: boolean): number {
  const { verdict } = report
  const summary = summarise(report)
  if (isJson) console.log(JSON.stringify(summary, null, 2))
  else {
    const { lost, doubled, reordered, toAcknowledgementMs: ack, toOtherSideMs: other } = summary
    console.log(`${summary.dialogues} dialogues, ${summary.messages} messages, ${summary.agents} agents`)
    console.log(`lost ${lost}   doubled ${doubled}   reordered ${reordered}   not finished ${summary.unfinished}`)
    console.log(`${summary.messagesPerSecond} messages/s over ${summary.seconds} s`)
    console.log(`send → acknowledged   p50 ${ack.p50} ms   p99 ${ack.p99} ms`)
    console.log(`send → other side     p50 ${other.p50} ms   p99 ${other.p99} ms`)
    for (const complaint of verdict.complaints.slice(0, COMPLAINTS_SHOWN)) console.log(`  ${complaint}`)
    const more = verdict.complaints.length - COMPLAINTS_SHOWN
    if (more > 0) console.log(`  … and ${more} more`)
  }
  return isFaultless(summary) && summary.unfinished === 0 ? 0 : 1
}

function summarise({ played, seconds, agents, verdict, stage }: Report) {
  const { transcripts, visitors, agents: seenByAgents } = verdict
  const messages = played.reduce((sum, { dialogue }) => sum + dialogue.turns.length, 0)
  return {
    dialogues: played.length,
    messages,
    agents,
    ...[transcripts, visitors, seenByAgents].reduce(addDifferences),
    unfinished: played.filter(({ failure }) => failure !== undefined).length,
    inTranscripts: transcripts,
    toldToVisitors: visitors,
    toldToAgents: seenByAgents,
    seconds: round(seconds),
    messagesPerSecond: Math.round(messages / seconds),
    toAcknowledgementMs: percentiles(stage.toAcknowledgement),
    toOtherSideMs: percentiles(stage.toOtherSide),
    complaints: verdict.complaints,
  }
}

function percentiles(latencies: Latencies): { p50: number; p99: number } {
  return { p50: round(latencies.percentile(50)), p99: round(latencies.percentile(99)) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
