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
