import type pg from 'pg'

const ROWS = {
  agents: `
    insert into agents (site_id, id, email, first_name, last_name, created_time)
    select $1, nextval('person_ids'), 'many-' || n || '@example.com', 'Agent', n::text, now()
    from generate_series(1, $2::int) n`,
  agent_roles: `
    insert into agent_roles (site_id, agent_id, role_id)
    select a.site_id, a.id, r.id from agents a join roles r on r.site_id = a.site_id and r.type = 'agent'
    where a.site_id = $1 and a.email like 'many-%' and $2::int > 0`,
  department_agents: `
    insert into department_agents (site_id, department_id, agent_id)
    select a.site_id, d.id, a.id from agents a join departments d on d.site_id = a.site_id
    where a.site_id = $1 and a.email like 'many-%' and $2::int > 0`,
  contacts: `
    insert into contacts (site_id, id, name, company, created_time, last_updated_time)
    select $1, nextval('person_ids'), 'Contact ' || n, 'Company ' || n % 100, now(), now()
    from generate_series(1, $2::int) n`,
  visitors: `
    insert into visitors (site_id, id, token_hash, name, first_visit_time, last_visit_time)
    select $1, gen_random_uuid(), '', 'Visitor ' || n, t, t
    from generate_series(1, $2::int) n, lateral (select now() - n * interval '10 s' as t) at`,
  audit_logs: `
    insert into audit_logs (site_id, action_time, created_by, category, action_type, action_summary)
    select $1, now() - n * interval '1 min', null, 'globalSettings', 'agentManagement', 'Changed agent ' || n
    from generate_series($2::int, 1, -1) n`,
  offline_messages: `
    insert into offline_messages (site_id, id, created_time, visitor_id, name, email, subject, message)
    select $1, gen_random_uuid(), t, gen_random_uuid(), 'Visitor ' || n, 'v' || n || '@example.com', 'Question', 'Hello ' || n
    from generate_series(1, $2::int) n, lateral (select now() - n * interval '1 min' as t) at`,
} as const

/** Fills the tables behind a site's lists with so many rows each. */
export async function insertManyRows(client: pg.Client, siteId: number, count: number): Promise<void> {
  for (const text of Object.values(ROWS)) await client.query(text, [siteId, count])
  await client.query(`vacuum analyze ${Object.keys(ROWS).join(', ')}`)
}
