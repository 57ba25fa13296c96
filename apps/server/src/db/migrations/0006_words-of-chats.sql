-- One definition of what keywords find for those who write a chat's words and those who search them; see ADR 0018.
-- Thai, Lao, Myanmar, Khmer, Kana, Han and Hangul put no space around what people search for: they are found by pairs of
-- neighbouring characters, everything else by runs of letters and digits.
CREATE FUNCTION chat_words_spaced(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace($1, '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF[:punct:][:space:][:cntrl:]]+', ' ', 'g')
$$;
--> statement-breakpoint
CREATE FUNCTION chat_words_unspaced(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace($1, '[^\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF]+', ' ', 'g')
$$;
--> statement-breakpoint
CREATE FUNCTION chat_words_quoted(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '''' || replace(replace($1, '\', '\\'), '''', '''''') || ''''
$$;
--> statement-breakpoint
-- Every run of `size` characters with its place; shorter ones at the ends, so that each character begins one.
CREATE FUNCTION chat_words_runs(value text, size integer, mark text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(chat_words_quoted(mark || run) || ':' || least(place, 16383), ' '), '')::tsvector
  FROM (
    SELECT place, character, rtrim(string_agg(character, '') OVER (ORDER BY place
      ROWS BETWEEN CURRENT ROW AND size - 1 FOLLOWING)) AS run
    FROM string_to_table(value, NULL) WITH ORDINALITY AS t (character, place)
  ) runs
  WHERE character <> ' ' OR mark <> ''
$$;
--> statement-breakpoint
-- The text as it stands, found by the runs it is made of, each in its place behind the one before.
CREATE FUNCTION chat_words_as_written(value text, size integer, mark text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN length(value) < size THEN chat_words_quoted(mark || value) || ':*' ELSE (
    SELECT string_agg(
      coalesce('<' || place - before || '> ', '') || chat_words_quoted(mark || substr(value, place, size)), ' ' ORDER BY place)
    FROM (
      SELECT place, lag(place) OVER (ORDER BY place) AS before
      FROM (
        SELECT generate_series(1, length(value) - size + 1, size) AS place UNION SELECT length(value) - size + 1
      ) places
    ) steps
  ) END
$$;
--> statement-breakpoint
-- What a finished chat is found by. The visitor's name and address are found by any part of them, too.
CREATE FUNCTION chat_words_of(site integer, name text, email text, said text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT strip(to_tsvector('simple', chat_words_spaced(whole))) || chat_words_runs(chat_words_unspaced(whole), 2, '')
    || chat_words_runs(who, 3, '~') || array_to_tsvector(ARRAY['#' || site])
  FROM (
    SELECT who, concat_ws(E'\n', who, lower(normalize(left(said, 200000), NFKC))) AS whole
    FROM (SELECT lower(normalize(concat_ws(E'\n', name, email), NFKC)) AS who) person
  ) texts
$$;
--> statement-breakpoint
-- All of the words, or the text as it stands in the visitor's name or address. Never empty, unless the keywords are.
CREATE FUNCTION chat_words_query(site integer, keywords text) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT format('%s & (%s)', chat_words_quoted('#' || site),
    concat_ws(' | ', nullif(concat_ws(' & ', nullif(spaced, ''), unspaced), ''), chat_words_as_written(given, 3, '~')))::tsquery
  FROM (
    SELECT given, plainto_tsquery('simple', chat_words_spaced(given))::text AS spaced, (
      SELECT string_agg(format('(%s)', chat_words_as_written(run, 2, '')), ' & ')
      FROM regexp_split_to_table(chat_words_unspaced(given), ' +') run WHERE run <> ''
    ) AS unspaced
    FROM (SELECT lower(normalize(btrim(keywords), NFKC)) AS given) once
  ) parts
$$;
--> statement-breakpoint
CREATE TABLE "chat_words" (
	"site_id" integer NOT NULL,
	"chat_id" uuid NOT NULL,
	"requested_time" timestamp with time zone NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "chat_words_site_id_chat_id_pk" PRIMARY KEY("site_id","chat_id")
);
--> statement-breakpoint
-- the words lie aside, so that counting what an index found reads little
ALTER TABLE "chat_words" SET (toast_tuple_target = 128);
--> statement-breakpoint
INSERT INTO "chat_words" ("site_id", "chat_id", "requested_time", "words")
SELECT c.site_id, c.id, c.requested_time, chat_words_of(c.site_id, c.visitor_name, c.visitor_email, (
  SELECT string_agg(e.content, E'\n' ORDER BY e.seq) FROM chat_events e
  WHERE e.site_id = c.site_id AND e.chat_id = c.id AND e.type <> 'system'))
FROM chats c WHERE c.state = 'ended' ORDER BY c.site_id, c.requested_time;
--> statement-breakpoint
DROP INDEX "chat_events_words";--> statement-breakpoint
CREATE INDEX "chat_words_latest" ON "chat_words" USING btree ("site_id","requested_time","chat_id");--> statement-breakpoint
CREATE INDEX "chat_words_found" ON "chat_words" USING gin ("words") WITH (fastupdate=false);
