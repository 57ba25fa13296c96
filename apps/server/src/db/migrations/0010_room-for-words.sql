-- A tsvector holds 1 MB, and a chat whose words do not fit could never end. In it a character takes at most 12 bytes and a
-- byte of text at most 3 1/3: a pair of Han characters of 3 bytes takes 10 with its place.
CREATE OR REPLACE FUNCTION chat_words_of(site integer, name text, email text, said text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT strip(to_tsvector('simple', chat_words_spaced(whole))) || chat_words_runs(chat_words_unspaced(whole), 2, '')
    || chat_words_runs(who, 3, '~') || array_to_tsvector(ARRAY['#' || site])
  FROM (
    SELECT who, CASE WHEN octet_length(whole) > 300000 THEN left(whole, 80000) ELSE whole END AS whole
    FROM (
      SELECT who, concat_ws(E'\n', who, lower(normalize(left(said, 200000), NFKC))) AS whole
      FROM (SELECT lower(normalize(concat_ws(E'\n', name, email), NFKC)) AS who) person
    ) texts
    OFFSET 0 -- makes the texts once
  ) texts
$$;
