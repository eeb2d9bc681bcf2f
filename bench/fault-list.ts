import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { limitFiles, mountSmallDisk, postgresPids, startSlowWay } from './fault-tools'
import type { Scene } from './scene'
import { makeDataDir } from './stage'

/** What is broken, and the count after it. `bothRefuse`: clicks may be unrecorded, as long as they are reported. */
type Fault = { title: string; bothRefuse?: boolean; play: (scene: Scene) => Promise<void> }

const pause = (seconds: number) => delay(seconds * 1000)

export const faults: Record<string, Fault> = {
  'kill-app': {
    title: 'kill -9 of the app, 20 times',
    async play(scene) {
      const app = await scene.start()
      scene.openDoors()
      for (let i = 0; i < scene.seconds(20); i++) {
        await delay(400 + 130 * (i % 7))
        await scene.killAndRestart(app)
      }
      await pause(1)
    },
  },
  'restart-app': {
    title: 'orderly restart of the app, 5 times',
    async play(scene) {
      const app = await scene.start()
      scene.openDoors()
      for (let i = 0; i < scene.seconds(5); i++) {
        await pause(2)
        await scene.stopAndRestart(app)
      }
      await pause(1)
    },
  },
  'kill-postgres': {
    title: 'kill -9 of Postgres, 5 times, and back',
    async play(scene) {
      await scene.start()
      scene.openDoors()
      for (let i = 0; i < scene.seconds(5); i++) {
        await pause(3)
        for (const pid of postgresPids(scene.stage)) process.kill(pid, 'SIGKILL')
      }
      await pause(5)
    },
  },
  outage: {
    title: 'Postgres away for 60 s',
    async play(scene) {
      await scene.start()
      scene.openDoors()
      await pause(2)
      await scene.stage.stopPostgres()
      await pause(scene.seconds(60))
      await scene.stage.startPostgres()
      await pause(3)
    },
  },
  frozen: {
    title: 'Postgres silent for 30 s (SIGSTOP)',
    async play(scene) {
      await scene.start()
      scene.openDoors()
      await pause(2)
      const pids = postgresPids(scene.stage)
      for (const pid of pids) process.kill(pid, 'SIGSTOP')
      await pause(scene.seconds(30))
      for (const pid of pids) process.kill(pid, 'SIGCONT')
      await pause(3)
    },
  },
  slow: {
    title: 'every query 500 ms slower',
    async play(scene) {
      const way = await startSlowWay(scene.stage.databaseUrl, 500)
      const app = await scene.start({ databaseUrl: way.url })
      scene.openDoors()
      await pause(scene.seconds(20))
      way.hurry()
      await pause(1)
      await scene.closeDoors()
      await scene.stop(app)
      way.close()
    },
  },
  'two-apps': {
    title: 'two apps on one database, one killed',
    async play(scene) {
      const first = await scene.start()
      await scene.start()
      await together(scene, first)
    },
  },
  'two-apps-one-folder': {
    title: 'two apps on one database and one data folder, one killed',
    async play(scene) {
      const dataDir = makeDataDir(scene.stage, 'shared')
      const first = await scene.start({ dataDir })
      await scene.start({ dataDir })
      await together(scene, first)
    },
  },
  'start-away': {
    title: 'started with the database away',
    async play(scene) {
      const dataDir = makeDataDir(scene.stage, 'away')
      await scene.stop(await scene.start({ dataDir }))
      await scene.stage.stopPostgres()
      await scene.start({ dataDir, databaseAway: true })
      scene.openDoors()
      await pause(scene.seconds(15))
      await scene.stage.startPostgres()
      await pause(3)
    },
  },
  'disk-full': {
    title: 'spool disk full',
    play: scene => fillDisk(scene, { databaseAway: false }),
  },
  'disk-full-away': {
    title: 'spool disk full, database away',
    bothRefuse: true,
    play: scene => fillDisk(scene, { databaseAway: true }),
  },
}

async function together(scene: Scene, victim: Awaited<ReturnType<Scene['start']>>): Promise<void> {
  scene.openDoors()
  for (let i = 0; i < scene.seconds(5); i++) {
    await pause(2)
    await scene.killAndRestart(victim)
  }
  await pause(2)
}

async function fillDisk(scene: Scene, { databaseAway }: { databaseAway: boolean }): Promise<void> {
  const dataDir = join(scene.stage.folder, 'small-disk')
  const disk = mountSmallDisk(dataDir)
  try {
    const app = await scene.start({ dataDir })
    scene.openDoors()
    await pause(2)
    if (databaseAway) await scene.stage.stopPostgres()
    if (disk) disk.fill()
    else limitFiles(app.running.pid, '0')
    await pause(scene.seconds(15))
    if (disk) disk.free()
    else limitFiles(app.running.pid, 'unlimited')
    await pause(2)
    if (databaseAway) await scene.stage.startPostgres()
    await pause(3)
    await scene.closeDoors()
    await scene.stop(app)
  } finally {
    disk?.remove()
  }
}
