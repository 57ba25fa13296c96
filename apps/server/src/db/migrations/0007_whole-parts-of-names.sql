-- A run that ends with a space is kept as it is where any part of a text is to be found: "Neil 5" in "O'Neil 50%".
CREATE OR REPLACE FUNCTION chat_words_runs(value text, size integer, mark text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value IN ('', ' ') THEN ''::tsvector ELSE (
    SELECT coalesce(string_agg(chat_words_quoted(mark || run) || ':' || least(place, 16383), ' '), '')::tsvector
    FROM (
      SELECT place, character, CASE WHEN mark = '' THEN rtrim(run) ELSE run END AS run
      FROM (
        SELECT place, character, concat(
          character, lead(character) OVER line, CASE WHEN size > 2 THEN lead(character, 2) OVER line END) AS run
        FROM string_to_table(value, NULL) WITH ORDINALITY AS t (character, place)
        WINDOW line AS (ORDER BY place)
      ) neighbours
    ) runs
    WHERE character <> ' ' OR mark <> ''
  ) END
$$;
--> statement-breakpoint
-- chats that ended in between
UPDATE chat_words w SET words = w.words || chat_words_runs(lower(normalize(
  concat_ws(E'\n', c.visitor_name, c.visitor_email), NFKC)), 3, '~')
FROM chats c
WHERE c.site_id = w.site_id AND c.id = w.chat_id AND concat(c.visitor_name, c.visitor_email) LIKE '% %';
--> statement-breakpoint
-- rows this small are never put aside, whatever the target
ALTER TABLE "chat_words" RESET (toast_tuple_target);
