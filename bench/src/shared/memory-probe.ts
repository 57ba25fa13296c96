// Loaded into servers under measurement: collects all garbage when asked, and answers with the resident memory.
process.on('message', (question) => {
  if (question !== 'memory') return
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  process.send?.(process.memoryUsage.rss())
})
// Being asked is no reason to stay alive.
process.channel?.unref()
