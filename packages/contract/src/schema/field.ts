import { type TSchema, Type } from 'typebox'

/** How a property may be used: `included` ones appear only when asked for by `include`. */
export type FieldMode = 'write' | 'once' | 'read' | 'included' | 'secret'

/** A reference to another entity of the contract, by name, so that entities may refer to each other. */
export interface Ref<N extends string = string> {
  readonly $entity: N
}

/** Everything that is known of a property besides its TypeScript type. */
export interface FieldFacts {
  readonly schema: TSchema
  readonly mode: FieldMode
  readonly isList: boolean
  readonly isMandatory: boolean
  readonly isNullable: boolean
  readonly initial: unknown
  readonly aliases: readonly string[]
  readonly includeToken: string | undefined
  readonly mandatoryWhen: { readonly field: string; readonly values: readonly unknown[] } | undefined
  readonly refersTo: string | undefined
  readonly note: string | undefined
}

/**
 * One property of an entity, of a query or of a path. `T` is the type of its value, `M` how it may be used,
 * `R` whether a new object needs it, `N` whether it can be null in an answer.
 */
export class Field<T, M extends FieldMode = 'write', R extends boolean = false, N extends boolean = true> {
  declare readonly $type: T
  declare readonly $mode: M
  declare readonly $required: R
  declare readonly $nullable: N
  readonly facts: FieldFacts

  constructor(facts: FieldFacts) {
    this.facts = facts
  }

  private with<F>(change: Partial<FieldFacts>): F {
    return new Field({ ...this.facts, ...change }) as F
  }

  /** Needed in a POST, never null. */
  mandatory(): Field<T, M, true, false> {
    return this.with({ isMandatory: true, isNullable: false })
  }

  /** Needed (after a PUT is merged) as long as another property has one of these values. */
  mandatoryWhen(field: string, values: readonly unknown[]): Field<T, M, R, N> {
    return this.with({ mandatoryWhen: { field, values } })
  }

  /** The server's own value; ignored in a body. */
  readOnly(): Field<T, 'read', false, N> {
    return this.with({ mode: 'read', isMandatory: false })
  }

  /** Taken in a POST only. */
  writeOnce(): Field<T, 'once', R, N> {
    return this.with({ mode: 'once' })
  }

  /** Never null in an answer although no caller has to send it. */
  always(): Field<T, M, R, false> {
    return this.with({ isNullable: false })
  }

  /** The value of a new object when none is sent. */
  initially(value: T): Field<T, M, R, false> {
    return this.with({ initial: value, isNullable: false })
  }

  /** Taken in a body, never shown. */
  secret(): Field<T, 'secret', R, N> {
    return this.with({ mode: 'secret' })
  }

  /** Other names that are understood in a body. */
  alias(...names: string[]): Field<T, M, R, N> {
    return this.with({ aliases: names })
  }

  /** A list that is also taken when it comes as its only entry, without the brackets. */
  orOne(): Field<T, M, R, N> {
    return this.with({ schema: Type.Unsafe({ ...this.facts.schema, 'x-reads': 'one' }) as TSchema })
  }

  /** Shown only when the query's `include` names the token. */
  includedBy(token: string): Field<T, 'included', false, N> {
    return this.with({ mode: 'included', includeToken: token })
  }

  /** A remark for the documentation. */
  note(text: string): Field<T, M, R, N> {
    return this.with({ note: text })
  }
}

/** The kind of schema our input reader knows beyond JSON Schema's own words. */
export interface SchemaHints {
  /** other spellings of enum values, lower case, each with the value it stands for */
  readonly 'x-aliases'?: Readonly<Record<string, string>>
  /** how a text is brought to its canonical form before it is checked */
  readonly 'x-reads'?: 'time-zone' | 'guid' | 'date-time' | 'date' | 'yes-no' | 'csv' | 'one'
}

function field<T, N extends boolean = true>(
  schema: TSchema,
  extra: Partial<FieldFacts> = {},
): Field<T, 'write', false, N> {
  return new Field({
    schema,
    mode: 'write',
    isList: false,
    isMandatory: false,
    isNullable: true,
    initial: undefined,
    aliases: [],
    includeToken: undefined,
    mandatoryWhen: undefined,
    refersTo: undefined,
    note: undefined,
    ...extra,
  })
}

/** Text of at most `maxLength` characters (256 unless told). */
export function text(maxLength = 256) {
  return field<string>(Type.String({ maxLength }))
}

/** Text of any practical length: messages, HTML, scripts. */
export function longText() {
  return text(65_536)
}

/** An e-mail address. */
export function email() {
  return field<string>(
    Type.String({ maxLength: 254, pattern: '^$|^[^\\s@<>"\\\\]+@[^\\s@<>"\\\\]+$', description: 'An e-mail address' }),
  )
}

/** A whole number within bounds. */
export function integer(minimum = -2_147_483_648, maximum = 2_147_483_647) {
  return field<number>(Type.Integer({ minimum, maximum }))
}

/** Any finite number. */
export function decimal() {
  return field<number>(Type.Number())
}

/** A switch; without a default it may be null in a setting that was never made. */
export function flag(): Field<boolean>
export function flag(initial: boolean): Field<boolean, 'write', false, false>
export function flag(initial?: boolean): Field<boolean, 'write', false, boolean> {
  const plain = field<boolean>(Type.Boolean({ 'x-reads': 'yes-no' }))
  return initial === undefined ? plain : plain.initially(initial)
}

/** A GUID, lower case in answers. */
export function guid() {
  return field<string>(
    Type.String({
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
      format: 'uuid',
      'x-reads': 'guid',
    }),
  )
}

/** A moment: any ISO form in, UTC with `Z` out. */
export function datetime() {
  return field<string>(Type.String({ format: 'date-time', 'x-reads': 'date-time' }))
}

/** A calendar day, yyyy-MM-dd; a time behind it is cut off. */
export function date() {
  return field<string>(Type.String({ format: 'date', pattern: '^\\d{4}-\\d\\d-\\d\\d$', 'x-reads': 'date' }))
}

/** A time of day, HH:mm. */
export function timeOfDay() {
  return field<string>(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }))
}

/** The id of a Windows time zone; case and spaces do not matter on input. */
export function timeZone() {
  return field<string>(Type.String({ maxLength: 64, 'x-reads': 'time-zone', description: 'A Windows time zone id' }))
}

/** One of some words; `aliases` are other spellings that are understood. */
export function choice<const V extends string | number>(
  values: readonly V[],
  aliases: Readonly<Record<string, V>> = {},
) {
  const lower = Object.fromEntries(Object.entries(aliases).map(([from, to]) => [from.toLowerCase(), to]))
  const type = typeof values[0] === 'number' ? 'integer' : 'string'
  const schema = Type.Unsafe<V>({
    type,
    enum: [...values],
    ...(Object.keys(aliases).length ? { 'x-aliases': lower } : {}),
  })
  return field<V>(schema as TSchema)
}

/** Another entity inside this one. */
export function ref<const E extends string>(name: E) {
  return field<Ref<E>>(Type.Unsafe({ $ref: name }) as TSchema, { refersTo: name })
}

/** A list; never null, empty when nothing is in it. */
export function list<T>(of: Field<T>): Field<T[], 'write', false, false> {
  return field<T[], false>(Type.Array(of.facts.schema, { maxItems: 10_000 }), {
    isList: true,
    isNullable: false,
    initial: [],
    refersTo: of.facts.refersTo,
  })
}

/** A comma-separated list of words in a query, which may also come repeated. */
export function words<const V extends string>(...values: V[]): Field<V[], 'write', false, false> {
  const schema = Type.Array(Type.Unsafe<V>({ type: 'string', enum: values }), { 'x-reads': 'csv' })
  return field<V[], false>(schema, { isList: true, isNullable: false, initial: [] })
}
