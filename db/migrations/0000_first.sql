CREATE TABLE `access_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`what` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `codes` (
	`ticket_id` text NOT NULL,
	`code_key` text NOT NULL,
	PRIMARY KEY(`ticket_id`, `code_key`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `dialogues` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`sealed_state` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dialogues_person` ON `dialogues` (`person_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`ticket_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`by` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`ticket_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);--> statement-breakpoint
CREATE TABLE `exchanges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`channel` text NOT NULL,
	`outcome` text NOT NULL,
	`category` text
);
--> statement-breakpoint
CREATE INDEX `exchanges_at` ON `exchanges` (`at`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`person_id` text NOT NULL,
	`stored_at` integer NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`reason` text,
	`sealed_message` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inbox_unfinished` ON `inbox` (`state`,`stored_at`);--> statement-breakpoint
CREATE TABLE `originals` (
	`ticket_id` text PRIMARY KEY NOT NULL,
	`sealed_text` text NOT NULL,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch` text NOT NULL,
	`dialogue_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`next_try_at` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_batch` ON `outbox` (`batch`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_try_at`);--> statement-breakpoint
CREATE INDEX `outbox_dialogue` ON `outbox` (`dialogue_id`,`state`,`position`);--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`batch` text NOT NULL,
	`index` integer NOT NULL,
	`question_id` text,
	`sealed_message` text NOT NULL,
	FOREIGN KEY (`batch`) REFERENCES `outbox`(`batch`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `outbox_messages_question` ON `outbox_messages` (`question_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_messages_order` ON `outbox_messages` (`batch`,`index`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`sender_key` text NOT NULL,
	`sealed_sender` text NOT NULL,
	`sealed_name` text,
	`sealed_phone` text,
	`phone_key` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_sender` ON `people` (`sender_key`);--> statement-breakpoint
CREATE INDEX `people_phone` ON `people` (`phone_key`);--> statement-breakpoint
CREATE TABLE `settlements` (
	`ticket_id` text NOT NULL,
	`seq` integer NOT NULL,
	`settled_at` integer NOT NULL,
	`handler` text NOT NULL,
	`town` text,
	`category` text NOT NULL,
	`clause` text NOT NULL,
	`outcome` text NOT NULL,
	`contacted` integer,
	`solved` text,
	`satisfied` text,
	PRIMARY KEY(`ticket_id`, `seq`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `settlements_at` ON `settlements` (`settled_at`);--> statement-breakpoint
CREATE TABLE `ticket_units` (
	`ticket_id` text NOT NULL,
	`unit` text NOT NULL,
	`relation` text NOT NULL,
	PRIMARY KEY(`ticket_id`, `unit`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `ticket_units_unit` ON `ticket_units` (`unit`,`ticket_id`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`day` text,
	`serial` integer,
	`seq` integer NOT NULL,
	`status` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`category` text,
	`handler` text,
	`supporting` text NOT NULL,
	`town` text,
	`village` text,
	`spot` text,
	`urgency` text NOT NULL,
	`text` text NOT NULL,
	`opened_at` integer NOT NULL,
	`resolved_at` integer,
	`next_due_clock` text,
	`next_due_at` integer,
	`next_timer_at` integer,
	`queued_for` text,
	`returns` integer NOT NULL,
	`reopenings` integer NOT NULL,
	`urges` integer NOT NULL,
	`contacted` integer,
	`solved` text,
	`satisfied` text,
	`excluded` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`number`);--> statement-breakpoint
CREATE INDEX `tickets_status_due` ON `tickets` (`status`,`next_due_at`);--> statement-breakpoint
CREATE INDEX `tickets_timer` ON `tickets` (`next_timer_at`);--> statement-breakpoint
CREATE INDEX `tickets_opened` ON `tickets` (`opened_at`);--> statement-breakpoint
CREATE INDEX `tickets_day` ON `tickets` (`day`,`serial`);--> statement-breakpoint
CREATE INDEX `tickets_handler` ON `tickets` (`handler`,`status`);--> statement-breakpoint
CREATE TABLE `transcript` (
	`cursor` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`inbox_id` text,
	`message_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inbox_id`) REFERENCES `inbox`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `outbox_messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transcript_inbox` ON `transcript` (`inbox_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `transcript_message` ON `transcript` (`message_id`);--> statement-breakpoint
CREATE INDEX `transcript_person` ON `transcript` (`person_id`,`cursor`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	`impersonated_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`username` text,
	`display_username` text,
	`role` text,
	`banned` integer DEFAULT false,
	`ban_reason` text,
	`ban_expires` integer,
	`unit` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `user_username_unique` ON `user` (`username`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);