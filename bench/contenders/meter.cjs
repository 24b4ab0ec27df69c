// Loaded before a measured program: writes what its process has used to the file BENCH_METER when it ends.
const { isMainThread } = require('node:worker_threads')

if (isMainThread && process.env.BENCH_METER) {
  const { readFileSync, writeFileSync } = require('node:fs')
  const report = process.env.BENCH_METER
  delete process.env.BENCH_METER
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    writeFileSync(
      report,
      JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: peakBytes(readFileSync, maxRSS) }),
    )
  })
}

/** maxRSS starts at the size of the process that forked; Linux knows better. */
function peakBytes(readFileSync, maxRSS) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
  } catch {
    return maxRSS * 1024
  }
}
