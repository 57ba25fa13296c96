/** A file as the rules see it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

/** What files of one kind must not import, or must not say; `planted` breaks the rule on purpose. */
export interface Rule {
  readonly name: string
  readonly files: RegExp
  readonly except?: RegExp
  readonly mustNotImport?: RegExp
  readonly mustNotSay?: RegExp
  readonly planted: { readonly path: string; readonly text: string }
}

const TESTS = /\.test\.tsx?$|\/test\/|^packages\/testing\//
const server = 'apps/server/src'

export const rules: readonly Rule[] = [
  {
    name: 'the contract needs nothing but typebox',
    files: /^packages\/contract\/src\//,
    mustNotImport: /^(?!typebox$|packages\/contract\/)/,
    planted: { path: 'packages/contract/src/x.ts', text: "import pg from 'pg'" },
  },
  {
    name: 'the client knows neither server nor React',
    files: /^packages\/client\/src\//,
    except: TESTS,
    mustNotImport: /^react|@parley\/server|^apps\/|^ws$/,
    planted: { path: 'packages/client/src/x.ts', text: "import { startServer } from '@parley/server'" },
  },
  {
    name: 'routes bind services and nothing else',
    files: /^apps\/server\/src\/.*\.routes\.ts$/,
    mustNotImport: /\.repo\.ts$|^drizzle-orm|^fastify|^ws$|\/db\//,
    planted: { path: `${server}/features/x/x.routes.ts`, text: "import { findX } from './x.repo.ts'" },
  },
  {
    name: 'services and commands know no technology',
    files: /^apps\/server\/src\/features\/.*(\.service|\/commands\/[^/]+|\.policy|\.rules)\.ts$/,
    except: TESTS,
    mustNotImport: /^fastify|^ws$|^pg$/,
    planted: { path: `${server}/features/x/x.service.ts`, text: "import Fastify from 'fastify'" },
  },
  {
    name: 'policies and the state machine are pure',
    files: /^apps\/server\/src\/features\/.*(chat-state|-rules|methods)\.ts$/,
    mustNotImport: /^drizzle-orm|^node:(fs|crypto|net)|\.repo\.ts$/,
    mustNotSay: /new Date\(\)|Date\.now\(\)|Math\.random\(\)/,
    planted: { path: `${server}/features/chatting/chats/chat-state.ts`, text: 'const at = new Date()' },
  },
  {
    name: 'queries know neither services nor routes nor events',
    files: /^apps\/server\/src\/.*(\.repo|\.query)\.ts$/,
    mustNotImport: /\.service\.ts$|\.routes\.ts$|\/commands\/|\/http\//,
    planted: { path: `${server}/features/x/x.repo.ts`, text: "import { y } from '../y/y.service.ts'" },
  },
  {
    name: 'features know neither HTTP (but how to bind) nor sockets nor jobs',
    files: /^apps\/server\/src\/features\//,
    except: TESTS,
    mustNotImport: /\/src\/http\/(?!implement\.ts$)|\/src\/realtime\/|^ws$|^fastify$/,
    planted: { path: `${server}/features/x/x.service.ts`, text: "import { y } from '../../realtime/gateway.ts'" },
  },
  {
    name: 'realtime runs no queries of its own',
    files: /^apps\/server\/src\/realtime\//,
    except: TESTS,
    mustNotImport: /^drizzle-orm|\.repo\.ts$/,
    planted: { path: `${server}/realtime/x.ts`, text: "import { eq } from 'drizzle-orm'" },
  },
  {
    name: 'only drizzle files speak SQL',
    files: /^apps\/server\/src\/http\//,
    except: /daily-limit\.ts$|health\.ts$/,
    mustNotImport: /^drizzle-orm/,
    planted: { path: `${server}/http/x.ts`, text: "import { eq } from 'drizzle-orm'" },
  },
  {
    name: 'the composition root is imported by nobody but the entry points',
    files: /^apps\/server\/src\/(?!main\.ts|index\.ts|cli\/)/,
    except: TESTS,
    mustNotImport: /apps\/server\/src\/(app|main)\.ts$/,
    planted: { path: `${server}/http/x.ts`, text: "import { startServer } from '../app.ts'" },
  },
  {
    name: 'only the entry points read the environment',
    files: /^apps\/server\/src\//,
    except: /src\/main\.ts$|src\/cli\/with-app\.ts$|platform\/postgres\/|\.test\.ts$/,
    mustNotSay: /process\.env/,
    planted: { path: `${server}/features/x/x.service.ts`, text: 'const x = process.env.X' },
  },
  {
    name: 'front ends use the contract and the client only',
    files: /^apps\/(console|widget)\//,
    except: TESTS,
    mustNotImport: /@parley\/server|apps\/server/,
    planted: { path: 'apps/console/src/x.ts', text: "import { startServer } from '@parley/server'" },
  },
  {
    name: 'nobody casts to any',
    files: /\.tsx?$/,
    except: /architecture\/rules\.ts$/,
    mustNotSay: /\bas any\b|@ts-(ignore|nocheck)/,
    planted: { path: 'packages/client/src/x.ts', text: 'const x = y as any' },
  },
]

/** The files that break a rule, each with what it imports or says. */
export function findBroken(rule: Rule, files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => rule.files.test(path) && !rule.except?.test(path))
    .flatMap(({ path, text, imports }) => [
      ...imports.filter((target) => rule.mustNotImport?.test(target)).map((target) => `${path} -> ${target}`),
      ...(rule.mustNotSay?.test(text) ? [`${path} says ${rule.mustNotSay.exec(text)?.[0]}`] : []),
    ])
}
