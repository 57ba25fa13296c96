import type { Entity } from '@parley/contract'
import { createSingleton, type Singleton, type SingletonSpec } from '../../../kit/singleton.ts'
import { type FeatureName, findFeature, lockFeatures, updateFeature } from './site-features.repo.ts'

type FeatureSpec<E extends Entity> = Omit<SingletonSpec<E, null>, 'read' | 'write' | 'lock'> & {
  readonly feature: FeatureName
}

/** Settings that a site has once. */
export function siteFeature<E extends Entity>({ feature, ...spec }: FeatureSpec<E>): Singleton<E, null> {
  return createSingleton<E, null>({
    ...spec,
    read: (db, siteId) => findFeature(db, siteId, feature),
    lock: lockFeatures,
    write: (tx, siteId, _key, value) => updateFeature(tx, siteId, feature, value),
  })
}
