CREATE SEQUENCE "public"."contact_identity_ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."person_ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."site_ids" INCREMENT BY 1 MINVALUE 10000 MAXVALUE 9223372036854775807 START WITH 10000 CACHE 1;--> statement-breakpoint
CREATE TABLE "agent_away_statuses" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_system" boolean DEFAULT false NOT NULL,
	"order" integer NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "agent_away_statuses_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_identities" (
	"site_id" integer NOT NULL,
	"id" integer NOT NULL,
	"contact_id" integer NOT NULL,
	"name" text,
	"type" text NOT NULL,
	"value" text NOT NULL,
	"avatar_url" text,
	"info_url" text,
	"screen_name" text,
	"original_contact_page_url" text,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_identities_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"site_id" integer NOT NULL,
	"id" integer NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"first_name" text,
	"last_name" text,
	"alias" text,
	"title" text,
	"company" text,
	"fax" text,
	"phone" text,
	"mailing_address" text,
	"city" text,
	"state_or_province" text,
	"country_or_region" text,
	"postal_or_zip_code" text,
	"time_zone" text,
	"created_time" timestamp with time zone NOT NULL,
	"last_updated_time" timestamp with time zone NOT NULL,
	CONSTRAINT "contacts_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "private_canned_message_categories" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"agent_id" integer NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "private_canned_message_categories_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "private_canned_messages" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"message" text NOT NULL,
	"if_set_html_message_for_email" boolean DEFAULT false NOT NULL,
	"html_message" text,
	"shortcuts" text,
	"similar_questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	"agent_id" integer NOT NULL,
	"category_id" uuid,
	CONSTRAINT "private_canned_messages_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "public_canned_message_categories" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "public_canned_message_categories_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "public_canned_messages" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"message" text NOT NULL,
	"if_set_html_message_for_email" boolean DEFAULT false NOT NULL,
	"html_message" text,
	"shortcuts" text,
	"similar_questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	"category_id" uuid NOT NULL,
	CONSTRAINT "public_canned_messages_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "shift_agents" (
	"site_id" integer NOT NULL,
	"shift_id" uuid NOT NULL,
	"agent_id" integer NOT NULL,
	CONSTRAINT "shift_agents_site_id_shift_id_agent_id_pk" PRIMARY KEY("site_id","shift_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "shift_departments" (
	"site_id" integer NOT NULL,
	"shift_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	CONSTRAINT "shift_departments_site_id_shift_id_department_id_pk" PRIMARY KEY("site_id","shift_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"time_zone" text,
	"if_auto_detect_day_light" boolean,
	"holidays" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"working_hours" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "shifts_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_settings" (
	"site_id" integer NOT NULL,
	"agent_sso" jsonb,
	"agent_jwt_secret" "bytea",
	"visitor_sso" jsonb,
	CONSTRAINT "sign_in_settings_site_id_pk" PRIMARY KEY("site_id")
);
--> statement-breakpoint
CREATE TABLE "whitelisted_login_ip_ranges" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"ip_from" text NOT NULL,
	"ip_to" text NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "whitelisted_login_ip_ranges_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "agent_permissions" (
	"site_id" integer NOT NULL,
	"agent_id" integer NOT NULL,
	"permission_id" integer NOT NULL,
	CONSTRAINT "agent_permissions_site_id_agent_id_permission_id_pk" PRIMARY KEY("site_id","agent_id","permission_id")
);
--> statement-breakpoint
CREATE TABLE "agent_roles" (
	"site_id" integer NOT NULL,
	"agent_id" integer NOT NULL,
	"role_id" uuid NOT NULL,
	CONSTRAINT "agent_roles_site_id_agent_id_role_id_pk" PRIMARY KEY("site_id","agent_id","role_id")
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"site_id" integer NOT NULL,
	"id" integer NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"token_generation" integer DEFAULT 1 NOT NULL,
	"failed_logins" integer DEFAULT 0 NOT NULL,
	"first_failed_time" timestamp with time zone,
	"display_name" text,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"is_admin" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"phone" text,
	"title" text,
	"bio" text,
	"time_zone" text,
	"datetime_format" text DEFAULT 'MM-dd-yyyy HH:mm:ss' NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	"locked_time" timestamp with time zone,
	"last_login_time" timestamp with time zone,
	CONSTRAINT "agents_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_logs" (
	"site_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_logs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"action_time" timestamp with time zone NOT NULL,
	"created_by" integer,
	"category" text NOT NULL,
	"action_type" text NOT NULL,
	"action_summary" text NOT NULL,
	"action_details" text,
	CONSTRAINT "audit_logs_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "department_agents" (
	"site_id" integer NOT NULL,
	"department_id" uuid NOT NULL,
	"agent_id" integer NOT NULL,
	CONSTRAINT "department_agents_site_id_department_id_agent_id_pk" PRIMARY KEY("site_id","department_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"is_available_in_chat" boolean DEFAULT true NOT NULL,
	"is_available_in_ticketing_and_messaging" boolean DEFAULT true NOT NULL,
	"offline_message_mail_to" text DEFAULT 'All agents in the department' NOT NULL,
	"offline_message_email_addresses" text,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "departments_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "role_permissions" (
	"site_id" integer NOT NULL,
	"role_id" uuid NOT NULL,
	"permission_id" integer NOT NULL,
	CONSTRAINT "role_permissions_site_id_role_id_permission_id_pk" PRIMARY KEY("site_id","role_id","permission_id")
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"type" text DEFAULT 'custom' NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "roles_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "campaign_form_fields" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"form" text NOT NULL,
	"is_system" boolean DEFAULT false NOT NULL,
	"field" jsonb NOT NULL,
	"field_id" uuid NOT NULL,
	"is_visible" boolean DEFAULT true NOT NULL,
	"is_required" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	"rating_grades" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "campaign_form_fields_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "campaign_parts" (
	"site_id" integer NOT NULL,
	"campaign_id" uuid NOT NULL,
	"chat_button" jsonb,
	"chat_window" jsonb,
	"pre_chat" jsonb,
	"post_chat" jsonb,
	"offline_message" jsonb,
	"invitation" jsonb,
	"manual_invitation" jsonb,
	"language" jsonb,
	"routing" jsonb,
	"chatbot_integration" jsonb,
	"kb_integration" jsonb,
	CONSTRAINT "campaign_parts_site_id_campaign_id_pk" PRIMARY KEY("site_id","campaign_id")
);
--> statement-breakpoint
CREATE TABLE "auto_invitations" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_enable" boolean,
	"is_displayed_once_in_one_session" boolean,
	"order" integer,
	"image_type" text,
	"image" uuid,
	"close_area_x_offset" integer,
	"close_area_y_offset" integer,
	"close_area_width" integer,
	"close_area_height" integer,
	"text_area_x_offset" integer,
	"text_area_y_offset" integer,
	"text_area_width" integer,
	"text_area_height" integer,
	"text" text,
	"text_font" text,
	"text_size" text,
	"is_text_bold" boolean,
	"is_text_italic" boolean,
	"text_color" text,
	"position" text,
	"condition_met_type" text,
	"logical_expression" text,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "auto_invitations_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "custom_rules" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"is_enable" boolean,
	"name" text,
	"order" integer,
	"route_to" text,
	"route_to_id" text,
	"priority" text,
	"percentage_to_bot" integer,
	"condition_met_type" text,
	"logical_expression" text,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "custom_rules_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "chat_volume_days" (
	"site_id" integer NOT NULL,
	"dimension" text NOT NULL,
	"dimension_id" text DEFAULT '' NOT NULL,
	"day" date NOT NULL,
	"chats" integer[] NOT NULL,
	"missed" integer[] NOT NULL,
	"refused" integer[] NOT NULL,
	CONSTRAINT "chat_volume_days_site_id_dimension_dimension_id_day_pk" PRIMARY KEY("site_id","dimension","dimension_id","day")
);
--> statement-breakpoint
CREATE TABLE "chat_volume_deltas" (
	"site_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "chat_volume_deltas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"dimension" text NOT NULL,
	"dimension_id" text DEFAULT '' NOT NULL,
	"day" date NOT NULL,
	"slot" smallint NOT NULL,
	"chats" integer DEFAULT 0 NOT NULL,
	"missed" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "chat_volume_deltas_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "agent_connections" (
	"site_id" integer NOT NULL,
	"agent_id" integer NOT NULL,
	"connection_id" uuid NOT NULL,
	"seen_time" timestamp with time zone NOT NULL,
	CONSTRAINT "agent_connections_site_id_agent_id_connection_id_pk" PRIMARY KEY("site_id","agent_id","connection_id")
);
--> statement-breakpoint
CREATE TABLE "agent_presences" (
	"site_id" integer NOT NULL,
	"agent_id" integer NOT NULL,
	"status" text DEFAULT 'Offline' NOT NULL,
	"status_time" timestamp with time zone NOT NULL,
	"online_since" timestamp with time zone,
	"last_allocated_time" timestamp with time zone,
	"last_chat_ended_time" timestamp with time zone,
	"gone_time" timestamp with time zone,
	CONSTRAINT "agent_presences_site_id_agent_id_pk" PRIMARY KEY("site_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "chat_agents" (
	"site_id" integer NOT NULL,
	"chat_id" uuid NOT NULL,
	"agent_id" integer NOT NULL,
	"joined_time" timestamp with time zone NOT NULL,
	"left_time" timestamp with time zone,
	CONSTRAINT "chat_agents_site_id_chat_id_agent_id_pk" PRIMARY KEY("site_id","chat_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "chat_events" (
	"site_id" integer NOT NULL,
	"chat_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"sender_id" text DEFAULT '' NOT NULL,
	"sender_name" text,
	"content" text NOT NULL,
	"sent_time" timestamp with time zone NOT NULL,
	"client_message_id" text,
	CONSTRAINT "chat_events_site_id_chat_id_seq_pk" PRIMARY KEY("site_id","chat_id","seq")
);
--> statement-breakpoint
CREATE TABLE "chat_offers" (
	"site_id" integer NOT NULL,
	"chat_id" uuid NOT NULL,
	"agent_id" integer NOT NULL,
	"offered_time" timestamp with time zone NOT NULL,
	"expires_time" timestamp with time zone,
	"answer" text,
	"answered_time" timestamp with time zone,
	CONSTRAINT "chat_offers_site_id_chat_id_agent_id_pk" PRIMARY KEY("site_id","chat_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "chats" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"department_id" uuid,
	"client_request_id" text NOT NULL,
	"source" text DEFAULT 'chatButton' NOT NULL,
	"state" text NOT NULL,
	"status" text,
	"missed_by" text,
	"priority" smallint DEFAULT 3 NOT NULL,
	"agent_id" integer,
	"requested_time" timestamp with time zone NOT NULL,
	"is_queued" boolean DEFAULT false NOT NULL,
	"answered_time" timestamp with time zone,
	"ended_time" timestamp with time zone,
	"ended_by" text,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"last_message" text,
	"last_message_by" text,
	"last_message_time" timestamp with time zone,
	"visitor_messages_count" integer DEFAULT 0 NOT NULL,
	"agent_messages_count" integer DEFAULT 0 NOT NULL,
	"unanswered_since" timestamp with time zone,
	"response_seconds" double precision DEFAULT 0 NOT NULL,
	"responses" integer DEFAULT 0 NOT NULL,
	"transfers" integer DEFAULT 0 NOT NULL,
	"visitor_name" text,
	"visitor_email" text,
	"visitor_phone" text,
	"visitor_company" text,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"requesting_page_url" text,
	"requesting_page_title" text,
	"offline_message_id" uuid,
	"rating_grade" smallint,
	"rating_comment" text,
	"rating_time" timestamp with time zone,
	"wrap_up_category_id" uuid,
	"wrap_up_comment" text,
	"wrap_up_fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"wrap_up_time" timestamp with time zone,
	"wrap_up_agent_id" integer,
	CONSTRAINT "chats_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"agent_id" integer NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	"last_used_time" timestamp with time zone,
	"revoked_time" timestamp with time zone,
	CONSTRAINT "api_keys_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "oauth_clients" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"redirect_uris" jsonb NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "oauth_clients_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "oauth_codes" (
	"site_id" integer NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"client_id" uuid NOT NULL,
	"agent_id" integer NOT NULL,
	"generation" integer NOT NULL,
	"redirect_uri" text NOT NULL,
	"code_challenge" text NOT NULL,
	"family_id" uuid NOT NULL,
	"expires_time" timestamp with time zone NOT NULL,
	"used_time" timestamp with time zone,
	CONSTRAINT "oauth_codes_site_id_code_hash_pk" PRIMARY KEY("site_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "agent_distributions" (
	"site_id" integer NOT NULL,
	"agent_id" integer NOT NULL,
	"if_auto_accept_chat" boolean DEFAULT true NOT NULL,
	"max_concurrent_chats" integer,
	CONSTRAINT "agent_distributions_site_id_agent_id_pk" PRIMARY KEY("site_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "auto_distributions" (
	"site_id" integer NOT NULL,
	"auto_distribution_method" text DEFAULT 'loadBanlancing' NOT NULL,
	"is_last_chatted_agent_preferred" boolean DEFAULT false NOT NULL,
	"is_limit_max_concurrent_chats_for_all_agents" boolean DEFAULT true NOT NULL,
	"max_concurrent_chats_for_all_agents" integer DEFAULT 3 NOT NULL,
	"if_auto_accept_chat_when_having_audio_video_chat" boolean DEFAULT false NOT NULL,
	"if_agent_can_manually_accept_chats_after_reaching_max_chats_limit" boolean DEFAULT false NOT NULL,
	CONSTRAINT "auto_distributions_site_id_pk" PRIMARY KEY("site_id")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text DEFAULT 'Default Plan' NOT NULL,
	"description" text,
	"language" text DEFAULT 'English' NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "campaigns_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "custom_variables" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text DEFAULT 'text' NOT NULL,
	"value" text,
	"hyperlink" text,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "custom_variables_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "department_distributions" (
	"site_id" integer NOT NULL,
	"department_id" uuid NOT NULL,
	"auto_distribution_method" text,
	"is_last_chatted_agent_preferred" boolean,
	"backup_department_id" uuid,
	CONSTRAINT "department_distributions_site_id_department_id_pk" PRIMARY KEY("site_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "site_settings" (
	"site_id" integer NOT NULL,
	"is_multiple_campaign_enabled" boolean DEFAULT true NOT NULL,
	"is_auto_distribution_enabled" boolean DEFAULT true NOT NULL,
	"is_custom_away_status_enabled" boolean DEFAULT false NOT NULL,
	"is_department_enabled" boolean DEFAULT true NOT NULL,
	"is_auto_translation_enabled" boolean DEFAULT false NOT NULL,
	"is_audio_and_video_chat_enabled" boolean DEFAULT false NOT NULL,
	"is_customer_segment_enabled" boolean DEFAULT false NOT NULL,
	"is_visitor_sso_enabled" boolean DEFAULT false NOT NULL,
	"is_credit_card_masking_enabled" boolean DEFAULT true NOT NULL,
	"is_custom_variables_enabled" boolean DEFAULT true NOT NULL,
	"is_salesforce_enabled" boolean DEFAULT false NOT NULL,
	"is_zendesk_enabled" boolean DEFAULT false NOT NULL,
	"is_google_analytics_enabled" boolean DEFAULT false NOT NULL,
	"is_goto_meeting_enabled" boolean DEFAULT false NOT NULL,
	"is_joinme_enabled" boolean DEFAULT false NOT NULL,
	"is_cobrowsing_enabled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "site_settings_site_id_pk" PRIMARY KEY("site_id")
);
--> statement-breakpoint
CREATE TABLE "bans" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"visitor_id" uuid,
	"ip" text,
	"ip_range_from" text,
	"ip_range_to" text,
	"comment" text,
	"last_updated_by_agent_id" integer NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "bans_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversion_actions" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_enable" boolean,
	"type" text NOT NULL,
	"custom_variable_used_to_determine_conversion" text,
	"operator" text,
	"value" text,
	"is_case_sensitive" boolean,
	"is_value_assigned_to_conversion" boolean,
	"value_source" text,
	"assigned_value_from_inputting" integer,
	"assigned_value_from_custom_variable" text,
	"chat_associated_with_conversion" text,
	"is_chat_in_last_certain_days_considered" boolean,
	"chat_in_last_days" integer,
	"is_chat_with_at_least_certain_visitor_messages_considered" boolean,
	"visitor_messages_at_least" integer,
	"is_variable_included_in_transcript" boolean,
	"append_field_list" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	"created_by_agent_id" integer NOT NULL,
	"last_updated_time" timestamp with time zone NOT NULL,
	"last_updated_by_agent_id" integer NOT NULL,
	CONSTRAINT "conversion_actions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversions" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"conversion_action_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"chat_id" uuid,
	"value" double precision NOT NULL,
	"time" timestamp with time zone NOT NULL,
	CONSTRAINT "conversions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_segments" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"color" text NOT NULL,
	"is_enabled" boolean NOT NULL,
	"order" integer NOT NULL,
	"description" text,
	"condition_met_type" text NOT NULL,
	"logical_expression" text,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"alert_to" jsonb,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "customer_segments_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "secure_form_fields" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"secure_form_id" uuid NOT NULL,
	"name" text NOT NULL,
	"display_name" text NOT NULL,
	"type" text NOT NULL,
	"is_system" boolean DEFAULT false NOT NULL,
	"is_visible" boolean DEFAULT false NOT NULL,
	"is_required" boolean DEFAULT false NOT NULL,
	"order" integer DEFAULT 1 NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "secure_form_fields_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "secure_forms" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "secure_forms_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "site_features" (
	"site_id" integer NOT NULL,
	"mobile_push" jsonb,
	"translation_excluded_words" jsonb,
	"dynamic_campaign" jsonb,
	CONSTRAINT "site_features_site_id_pk" PRIMARY KEY("site_id")
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"event" text NOT NULL,
	"target_url" text NOT NULL,
	"created_time" timestamp with time zone NOT NULL,
	CONSTRAINT "webhooks_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "daily_usage" (
	"site_id" integer NOT NULL,
	"day" date NOT NULL,
	"requests" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "daily_usage_site_id_day_pk" PRIMARY KEY("site_id","day")
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"site_id" integer NOT NULL,
	"agent_id" integer NOT NULL,
	"generation" integer NOT NULL,
	"holder" text DEFAULT 'console' NOT NULL,
	"created_time" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_time" timestamp with time zone NOT NULL,
	"used_time" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"private_key" "bytea" NOT NULL,
	"public_jwk" text NOT NULL,
	"created_time" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_time" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" integer PRIMARY KEY NOT NULL,
	"edition" text DEFAULT 'enterprise' NOT NULL,
	"date_time_format" text DEFAULT 'MM-dd-yyyy HH:mm:ss' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"company" text NOT NULL,
	"company_size" text,
	"website" text DEFAULT '' NOT NULL,
	"registered_email" text,
	"phone" text,
	"fax" text,
	"mailing_address" text,
	"city" text,
	"state_or_province" text,
	"country_or_region" text,
	"postal_or_zip_code" text,
	"first_name" text DEFAULT '' NOT NULL,
	"last_name" text DEFAULT '' NOT NULL,
	"created_time" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offline_messages" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"client_message_id" text,
	"created_time" timestamp with time zone NOT NULL,
	"visitor_id" uuid NOT NULL,
	"session_id" uuid,
	"campaign_id" uuid,
	"department_id" uuid,
	"agent_id" integer,
	"name" text,
	"email" text,
	"phone" text,
	"company" text,
	"subject" text,
	"message" text,
	"source" text DEFAULT 'chatButton' NOT NULL,
	"requesting_page_url" text,
	"requesting_page_title" text,
	CONSTRAINT "offline_messages_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "page_views" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"url" text NOT NULL,
	"title" text,
	"time" timestamp with time zone NOT NULL,
	CONSTRAINT "page_views_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"campaign_id" uuid,
	"start_time" timestamp with time zone NOT NULL,
	"last_seen_time" timestamp with time zone NOT NULL,
	"end_time" timestamp with time zone,
	"left_time" timestamp with time zone,
	"status" text DEFAULT 'inSite' NOT NULL,
	"ip" text,
	"user_agent" text,
	"browser" text,
	"operating_system" text,
	"language" text,
	"screen_resolution" text,
	"time_zone" text,
	"referrer_url" text,
	"search_engine" text,
	"keywords" text,
	"landing_page_url" text,
	"landing_page_title" text,
	"current_page_url" text,
	"current_page_title" text,
	"page_views" integer DEFAULT 0 NOT NULL,
	"country" text,
	"state" text,
	"city" text,
	"variables" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "sessions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "visitors" (
	"site_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"company" text,
	"contact_id" integer,
	"first_visit_time" timestamp with time zone NOT NULL,
	"last_visit_time" timestamp with time zone NOT NULL,
	"visits" integer DEFAULT 0 NOT NULL,
	"page_views" integer DEFAULT 0 NOT NULL,
	"chats" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "visitors_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "agent_away_statuses_name_key" ON "agent_away_statuses" USING btree ("site_id",lower("name"));--> statement-breakpoint
CREATE INDEX "contact_identities_site_id_contact_id_index" ON "contact_identities" USING btree ("site_id","contact_id");--> statement-breakpoint
CREATE INDEX "contact_identities_value" ON "contact_identities" USING btree ("site_id","type",lower("value"));--> statement-breakpoint
CREATE INDEX "private_canned_message_categories_site_id_agent_id_index" ON "private_canned_message_categories" USING btree ("site_id","agent_id");--> statement-breakpoint
CREATE INDEX "private_canned_messages_site_id_agent_id_index" ON "private_canned_messages" USING btree ("site_id","agent_id");--> statement-breakpoint
CREATE INDEX "public_canned_message_categories_site_id_parent_id_index" ON "public_canned_message_categories" USING btree ("site_id","parent_id");--> statement-breakpoint
CREATE INDEX "public_canned_messages_site_id_category_id_index" ON "public_canned_messages" USING btree ("site_id","category_id");--> statement-breakpoint
CREATE INDEX "shift_agents_site_id_agent_id_index" ON "shift_agents" USING btree ("site_id","agent_id");--> statement-breakpoint
CREATE INDEX "shift_departments_site_id_department_id_index" ON "shift_departments" USING btree ("site_id","department_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shifts_name_key" ON "shifts" USING btree ("site_id",lower("name"));--> statement-breakpoint
CREATE INDEX "agent_roles_site_id_role_id_index" ON "agent_roles" USING btree ("site_id","role_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_email_key" ON "agents" USING btree ("site_id",lower("email"));--> statement-breakpoint
CREATE INDEX "agents_email_anywhere" ON "agents" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "audit_logs_site_id_action_time_index" ON "audit_logs" USING btree ("site_id","action_time");--> statement-breakpoint
CREATE INDEX "department_agents_site_id_agent_id_index" ON "department_agents" USING btree ("site_id","agent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "departments_name_key" ON "departments" USING btree ("site_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "roles_name_key" ON "roles" USING btree ("site_id",lower("name"));--> statement-breakpoint
CREATE INDEX "campaign_form_fields_site_id_campaign_id_form_position_index" ON "campaign_form_fields" USING btree ("site_id","campaign_id","form","position");--> statement-breakpoint
CREATE INDEX "campaign_form_fields_system" ON "campaign_form_fields" USING btree ("site_id","campaign_id","form") WHERE is_system;--> statement-breakpoint
CREATE INDEX "auto_invitations_site_id_campaign_id_order_index" ON "auto_invitations" USING btree ("site_id","campaign_id","order");--> statement-breakpoint
CREATE INDEX "custom_rules_site_id_campaign_id_order_index" ON "custom_rules" USING btree ("site_id","campaign_id","order");--> statement-breakpoint
CREATE INDEX "chat_agents_site_id_agent_id_joined_time_index" ON "chat_agents" USING btree ("site_id","agent_id","joined_time");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_events_client_key" ON "chat_events" USING btree ("site_id","sender_id","client_message_id","chat_id") WHERE client_message_id is not null;--> statement-breakpoint
CREATE INDEX "chat_events_words" ON "chat_events" USING gin (to_tsvector('simple', "content"));--> statement-breakpoint
CREATE INDEX "chat_offers_open" ON "chat_offers" USING btree ("site_id","agent_id") WHERE answer is null;--> statement-breakpoint
CREATE UNIQUE INDEX "chats_request_key" ON "chats" USING btree ("site_id","visitor_id","client_request_id");--> statement-breakpoint
CREATE INDEX "chats_finished" ON "chats" USING btree ("site_id","requested_time","id") WHERE state = 'ended';--> statement-breakpoint
CREATE INDEX "chats_visitor" ON "chats" USING btree ("site_id","visitor_id","requested_time");--> statement-breakpoint
CREATE INDEX "chats_running" ON "chats" USING btree ("site_id","state","priority","requested_time") WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX "chats_agent_running" ON "chats" USING btree ("site_id","agent_id") WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_prefix_key" ON "api_keys" USING btree ("site_id","prefix");--> statement-breakpoint
CREATE INDEX "api_keys_site_id_agent_id_index" ON "api_keys" USING btree ("site_id","agent_id");--> statement-breakpoint
CREATE INDEX "oauth_codes_site_id_client_id_index" ON "oauth_codes" USING btree ("site_id","client_id");--> statement-breakpoint
CREATE INDEX "oauth_codes_expires_time_index" ON "oauth_codes" USING btree ("expires_time");--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_name_key" ON "campaigns" USING btree ("site_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "custom_variables_name_key" ON "custom_variables" USING btree ("site_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "conversion_actions_name_key" ON "conversion_actions" USING btree ("site_id",lower("name"));--> statement-breakpoint
CREATE INDEX "conversions_site_id_conversion_action_id_time_index" ON "conversions" USING btree ("site_id","conversion_action_id","time");--> statement-breakpoint
CREATE INDEX "customer_segments_site_id_order_index" ON "customer_segments" USING btree ("site_id","order");--> statement-breakpoint
CREATE INDEX "secure_form_fields_site_id_secure_form_id_order_index" ON "secure_form_fields" USING btree ("site_id","secure_form_id","order");--> statement-breakpoint
CREATE INDEX "webhooks_site_id_event_index" ON "webhooks" USING btree ("site_id","event");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family_id_index" ON "refresh_tokens" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_site_id_agent_id_index" ON "refresh_tokens" USING btree ("site_id","agent_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_site_id_holder_index" ON "refresh_tokens" USING btree ("site_id","holder");--> statement-breakpoint
CREATE INDEX "offline_messages_site_id_created_time_index" ON "offline_messages" USING btree ("site_id","created_time");--> statement-breakpoint
CREATE INDEX "offline_messages_client" ON "offline_messages" USING btree ("site_id","visitor_id","client_message_id");--> statement-breakpoint
CREATE INDEX "page_views_site_id_session_id_id_index" ON "page_views" USING btree ("site_id","session_id","id");--> statement-breakpoint
CREATE INDEX "sessions_visitor" ON "sessions" USING btree ("site_id","visitor_id","start_time");--> statement-breakpoint
CREATE INDEX "sessions_open" ON "sessions" USING btree ("site_id","last_seen_time") WHERE end_time is null;--> statement-breakpoint
CREATE INDEX "visitors_site_id_last_visit_time_index" ON "visitors" USING btree ("site_id","last_visit_time");