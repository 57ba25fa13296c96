ALTER TABLE "chats" ADD COLUMN "target_agent_id" integer;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "segment_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "offline_messages" ADD COLUMN "segment_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "segment_ids" uuid[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
-- of identities that two contacts claimed, the older one stays
DELETE FROM "contact_identities" later USING "contact_identities" first
WHERE first.site_id = later.site_id AND first.type = later.type AND lower(first.value) = lower(later.value) AND first.id < later.id;--> statement-breakpoint
DROP INDEX "contact_identities_value";--> statement-breakpoint
CREATE UNIQUE INDEX "contact_identities_value_key" ON "contact_identities" USING btree ("site_id","type",lower("value"));--> statement-breakpoint
CREATE INDEX "visitors_email" ON "visitors" USING btree ("site_id",lower("email")) WHERE email is not null;
--> statement-breakpoint
CREATE TABLE "agent_shift_statuses" (
	"site_id" integer NOT NULL,
	"agent_id" integer NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "agent_shift_statuses_site_id_agent_id_pk" PRIMARY KEY("site_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "sso_requests" (
	"site_id" integer NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"protocol" text NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"return_path" text NOT NULL,
	"expires_time" timestamp with time zone NOT NULL,
	"agent_id" integer,
	"generation" integer,
	"code_hash" "bytea",
	CONSTRAINT "sso_requests_site_id_request_hash_pk" PRIMARY KEY("site_id","request_hash")
);
--> statement-breakpoint
CREATE TABLE "sso_used_answers" (
	"site_id" integer NOT NULL,
	"answer_hash" "bytea" NOT NULL,
	"expires_time" timestamp with time zone NOT NULL,
	CONSTRAINT "sso_used_answers_site_id_answer_hash_pk" PRIMARY KEY("site_id","answer_hash")
);
--> statement-breakpoint
CREATE INDEX "sso_requests_site_id_code_hash_index" ON "sso_requests" USING btree ("site_id","code_hash");--> statement-breakpoint
CREATE INDEX "sso_requests_expires_time_index" ON "sso_requests" USING btree ("expires_time");--> statement-breakpoint
CREATE INDEX "sso_used_answers_expires_time_index" ON "sso_used_answers" USING btree ("expires_time");
--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "is_first_of_session" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "conversions_session_key" ON "conversions" USING btree ("site_id","session_id","conversion_action_id") WHERE is_first_of_session;
--> statement-breakpoint
-- One definition of what keywords find for those who write a chat's words and those who search them; see ADR 0021.
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
-- Every run of `size` characters with its place; shorter ones at the ends, so that each character begins one. A run that ends
-- with a space is kept as it is where any part of a text is to be found: "Neil 5" in "O'Neil 50%".
CREATE FUNCTION chat_words_runs(value text, size integer, mark text) RETURNS tsvector
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
-- A tsvector holds 1 MB, and a chat whose words do not fit could never end. In it a character takes at most 12 bytes and a
-- byte of text at most 3 1/3: a pair of Han characters of 3 bytes takes 10 with its place.
CREATE FUNCTION chat_words_of(site integer, name text, email text, said text) RETURNS tsvector
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
INSERT INTO "chat_words" ("site_id", "chat_id", "requested_time", "words")
SELECT c.site_id, c.id, c.requested_time, chat_words_of(c.site_id, c.visitor_name, c.visitor_email, (
  SELECT string_agg(e.content, E'\n' ORDER BY e.seq) FROM chat_events e
  WHERE e.site_id = c.site_id AND e.chat_id = c.id AND e.type <> 'system'))
FROM chats c WHERE c.state = 'ended' ORDER BY c.site_id, c.requested_time;
--> statement-breakpoint
DROP INDEX "chat_events_words";
--> statement-breakpoint
CREATE INDEX "chat_words_latest" ON "chat_words" USING btree ("site_id","requested_time","chat_id");
--> statement-breakpoint
CREATE INDEX "chat_words_found" ON "chat_words" USING gin ("words") WITH (fastupdate=false);
--> statement-breakpoint
DROP INDEX "offline_messages_site_id_created_time_index";--> statement-breakpoint
DROP INDEX "visitors_site_id_last_visit_time_index";--> statement-breakpoint
CREATE INDEX "offline_messages_site_id_created_time_id_index" ON "offline_messages" USING btree ("site_id","created_time","id");--> statement-breakpoint
CREATE INDEX "visitors_site_id_last_visit_time_id_index" ON "visitors" USING btree ("site_id","last_visit_time","id");
--> statement-breakpoint
CREATE TABLE "list_counts" (
	"site_id" integer NOT NULL,
	"list" text NOT NULL,
	"day" date NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "list_counts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"count" integer NOT NULL,
	CONSTRAINT "list_counts_site_id_list_day_id_pk" PRIMARY KEY("site_id","list","day","id")
);

--> statement-breakpoint
CREATE FUNCTION count_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_counts (site_id, list, day, count)
  SELECT site_id, TG_TABLE_NAME, '1970-01-01', count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
  FROM changed GROUP BY site_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_chats_by_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_counts (site_id, list, day, count)
  SELECT site_id, TG_TABLE_NAME, (requested_time AT TIME ZONE 'UTC')::date,
    count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
  FROM changed GROUP BY 1, 3;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_messages_by_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_counts (site_id, list, day, count)
  SELECT site_id, TG_TABLE_NAME, (created_time AT TIME ZONE 'UTC')::date,
    count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
  FROM changed GROUP BY 1, 3;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER agents_added AFTER INSERT ON "agents" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_rows();
--> statement-breakpoint
CREATE TRIGGER agents_removed AFTER DELETE ON "agents" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_rows();
--> statement-breakpoint
CREATE TRIGGER contacts_added AFTER INSERT ON "contacts" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_rows();
--> statement-breakpoint
CREATE TRIGGER contacts_removed AFTER DELETE ON "contacts" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_rows();
--> statement-breakpoint
CREATE TRIGGER audit_logs_added AFTER INSERT ON "audit_logs" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_rows();
--> statement-breakpoint
CREATE TRIGGER audit_logs_removed AFTER DELETE ON "audit_logs" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_rows();
--> statement-breakpoint
CREATE TRIGGER chat_words_added AFTER INSERT ON "chat_words" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_chats_by_day();
--> statement-breakpoint
CREATE TRIGGER chat_words_removed AFTER DELETE ON "chat_words" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_chats_by_day();
--> statement-breakpoint
CREATE TRIGGER offline_messages_added AFTER INSERT ON "offline_messages" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_messages_by_day();
--> statement-breakpoint
CREATE TRIGGER offline_messages_removed AFTER DELETE ON "offline_messages" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_messages_by_day();
--> statement-breakpoint
-- the triggers keep others from writing until this is committed
INSERT INTO "list_counts" ("site_id", "list", "day", "count")
SELECT site_id, 'agents', DATE '1970-01-01', count(*) FROM agents GROUP BY site_id
UNION ALL SELECT site_id, 'contacts', '1970-01-01', count(*) FROM contacts GROUP BY site_id
UNION ALL SELECT site_id, 'audit_logs', '1970-01-01', count(*) FROM audit_logs GROUP BY site_id
UNION ALL SELECT site_id, 'chat_words', (requested_time AT TIME ZONE 'UTC')::date, count(*) FROM chat_words GROUP BY 1, 3
UNION ALL SELECT site_id, 'offline_messages', (created_time AT TIME ZONE 'UTC')::date, count(*) FROM offline_messages GROUP BY 1, 3;
--> statement-breakpoint
DROP INDEX "agent_roles_site_id_role_id_index";--> statement-breakpoint
CREATE INDEX "agent_roles_site_id_role_id_agent_id_index" ON "agent_roles" USING btree ("site_id","role_id","agent_id");
--> statement-breakpoint
-- the day of a visitor is that of the last visit; it changes at most once a day
CREATE FUNCTION count_visitors_by_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_counts (site_id, list, day, count)
  SELECT site_id, TG_TABLE_NAME, (last_visit_time AT TIME ZONE 'UTC')::date,
    count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
  FROM changed GROUP BY 1, 3;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_visitor_of_another_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_counts (site_id, list, day, count) VALUES
    (OLD.site_id, TG_TABLE_NAME, (OLD.last_visit_time AT TIME ZONE 'UTC')::date, -1),
    (NEW.site_id, TG_TABLE_NAME, (NEW.last_visit_time AT TIME ZONE 'UTC')::date, 1);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_agents_of_roles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_counts (site_id, list, day, count)
  SELECT site_id, TG_TABLE_NAME || ':' || role_id, '1970-01-01', count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
  FROM changed GROUP BY site_id, role_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_agents_of_departments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_counts (site_id, list, day, count)
  SELECT site_id, TG_TABLE_NAME || ':' || department_id, '1970-01-01',
    count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
  FROM changed GROUP BY site_id, department_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER visitors_added AFTER INSERT ON "visitors" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_visitors_by_day();
--> statement-breakpoint
CREATE TRIGGER visitors_removed AFTER DELETE ON "visitors" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_visitors_by_day();
--> statement-breakpoint
CREATE TRIGGER visitors_came_again AFTER UPDATE OF last_visit_time ON "visitors" FOR EACH ROW
  WHEN ((OLD.last_visit_time AT TIME ZONE 'UTC')::date IS DISTINCT FROM (NEW.last_visit_time AT TIME ZONE 'UTC')::date)
  EXECUTE FUNCTION count_visitor_of_another_day();
--> statement-breakpoint
CREATE TRIGGER agent_roles_added AFTER INSERT ON "agent_roles" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_agents_of_roles();
--> statement-breakpoint
CREATE TRIGGER agent_roles_removed AFTER DELETE ON "agent_roles" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_agents_of_roles();
--> statement-breakpoint
CREATE TRIGGER department_agents_added AFTER INSERT ON "department_agents" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_agents_of_departments();
--> statement-breakpoint
CREATE TRIGGER department_agents_removed AFTER DELETE ON "department_agents" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_agents_of_departments();
--> statement-breakpoint
-- the triggers keep others from writing until this is committed
INSERT INTO "list_counts" ("site_id", "list", "day", "count")
SELECT site_id, 'visitors', (last_visit_time AT TIME ZONE 'UTC')::date, count(*) FROM visitors GROUP BY 1, 3
UNION ALL SELECT site_id, 'agent_roles:' || role_id, '1970-01-01', count(*) FROM agent_roles GROUP BY site_id, role_id
UNION ALL SELECT site_id, 'department_agents:' || department_id, '1970-01-01', count(*) FROM department_agents GROUP BY site_id, department_id;
