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
