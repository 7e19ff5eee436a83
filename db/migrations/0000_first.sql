CREATE TABLE `attachment_chunks` (
	`attachmentId` text NOT NULL,
	`upload` text NOT NULL,
	`index` integer NOT NULL,
	`sealedBytes` text NOT NULL,
	PRIMARY KEY(`attachmentId`, `upload`, `index`)
);
--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`personId` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`mediaType` text,
	`size` integer,
	`file` text,
	`sealedLocation` text,
	`upload` text,
	`tries` integer NOT NULL,
	`nextTryAt` integer NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `attachments_due` ON `attachments` (`state`,`channel`,`nextTryAt`);--> statement-breakpoint
CREATE INDEX `attachments_person` ON `attachments` (`personId`);--> statement-breakpoint
CREATE INDEX `attachments_file` ON `attachments` (`file`);--> statement-breakpoint
CREATE TABLE `audit_seals` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`events` integer NOT NULL,
	`journal` integer NOT NULL,
	`entries` integer NOT NULL,
	`hash` text NOT NULL,
	`mac` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_seals_hash` ON `audit_seals` (`hash`);--> statement-breakpoint
CREATE TABLE `bots` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`state` text NOT NULL,
	`code` text,
	`account` text,
	`reason` text,
	`since` integer NOT NULL,
	`seenAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clients` (
	`name` text PRIMARY KEY NOT NULL,
	`door` text NOT NULL,
	`keyHash` text NOT NULL,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clients_keyHash_unique` ON `clients` (`keyHash`);--> statement-breakpoint
CREATE TABLE `codes` (
	`ticketId` text NOT NULL,
	`codeKey` text NOT NULL,
	PRIMARY KEY(`ticketId`, `codeKey`)
);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`ticketId` text PRIMARY KEY NOT NULL,
	`verdict` text NOT NULL,
	`category` text,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `dialogues` (
	`id` text PRIMARY KEY NOT NULL,
	`personId` text NOT NULL,
	`version` integer NOT NULL,
	`sealedState` text NOT NULL,
	`updatedAt` integer NOT NULL,
	`heldSince` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dialogues_personId_unique` ON `dialogues` (`personId`);--> statement-breakpoint
CREATE TABLE `events` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`version` integer NOT NULL,
	`personal` text NOT NULL,
	`hash` text NOT NULL,
	`salt` text,
	`seals` integer NOT NULL,
	`ticketId` text NOT NULL,
	`type` text NOT NULL,
	`by` text NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_ticket_seq` ON `events` (`ticketId`,`seq`);--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);--> statement-breakpoint
CREATE TABLE `exchanges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`channel` text NOT NULL,
	`outcome` text NOT NULL,
	`category` text,
	`source` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exchanges_source_unique` ON `exchanges` (`source`);--> statement-breakpoint
CREATE INDEX `exchanges_at` ON `exchanges` (`at`);--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `flood_records` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`personId` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flood_records_person` ON `flood_records` (`personId`,`seq`);--> statement-breakpoint
CREATE TABLE `import_files` (
	`id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`name` text NOT NULL,
	`header` text NOT NULL,
	`rows` integer NOT NULL,
	`map` text
);
--> statement-breakpoint
CREATE TABLE `import_maps` (
	`name` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`map` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_parts` (
	`fileId` text NOT NULL,
	`index` integer NOT NULL,
	`sealedRows` text NOT NULL,
	`outcomes` text,
	PRIMARY KEY(`fileId`, `index`)
);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`key` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`personId` text NOT NULL,
	`storedAt` integer NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`reason` text,
	`sealedMessage` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inbox_state` ON `inbox` (`state`,`storedAt`);--> statement-breakpoint
CREATE INDEX `inbox_person` ON `inbox` (`personId`,`storedAt`);--> statement-breakpoint
CREATE TABLE `journal` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`version` integer NOT NULL,
	`personal` text NOT NULL,
	`hash` text NOT NULL,
	`salt` text,
	`seals` integer NOT NULL,
	`chain` text NOT NULL,
	`type` text NOT NULL,
	`by` text NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_chain_seq` ON `journal` (`chain`,`seq`);--> statement-breakpoint
CREATE INDEX `journal_type` ON `journal` (`type`,`position`);--> statement-breakpoint
CREATE TABLE `originals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticketId` text NOT NULL,
	`sealedText` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `originals_ticket` ON `originals` (`ticketId`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch` text NOT NULL,
	`dialogueId` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`nextTryAt` integer NOT NULL,
	`reason` text,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_batch_unique` ON `outbox` (`batch`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`nextTryAt`);--> statement-breakpoint
CREATE INDEX `outbox_dialogue` ON `outbox` (`dialogueId`,`state`,`position`);--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`batch` text NOT NULL,
	`index` integer NOT NULL,
	`questionId` text,
	`sealedMessage` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_messages_batch` ON `outbox_messages` (`batch`,`index`);--> statement-breakpoint
CREATE INDEX `outbox_messages_question` ON `outbox_messages` (`questionId`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`senderKey` text NOT NULL,
	`sealedSender` text NOT NULL,
	`sealedName` text,
	`sealedPhone` text,
	`phoneKey` text,
	`seenAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_senderKey_unique` ON `people` (`senderKey`);--> statement-breakpoint
CREATE INDEX `people_phone` ON `people` (`phoneKey`);--> statement-breakpoint
CREATE INDEX `people_seen` ON `people` (`seenAt`);--> statement-breakpoint
CREATE TABLE `reply_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`template` text NOT NULL,
	`unit` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`category` text,
	`state` text,
	`retired` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`byName` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reply_templates_unit` ON `reply_templates` (`unit`);--> statement-breakpoint
CREATE TABLE `setting_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`setting` text NOT NULL,
	`values` text NOT NULL,
	`from` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`name` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settlements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticketId` text NOT NULL,
	`settledAt` integer NOT NULL,
	`handler` text NOT NULL,
	`leads` text NOT NULL,
	`town` text,
	`category` text NOT NULL,
	`clause` text NOT NULL,
	`channel` text NOT NULL,
	`person` text,
	`personName` text,
	`outcome` text NOT NULL,
	`contacted` integer,
	`solved` text,
	`satisfied` text,
	`firstHandler` text NOT NULL,
	`right` integer NOT NULL,
	`returned` integer NOT NULL,
	`reopened` integer NOT NULL,
	`late` integer NOT NULL,
	`contactMinutes` integer,
	`solveMinutes` integer,
	`first` integer DEFAULT false NOT NULL,
	`followed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `settlements_at` ON `settlements` (`settledAt`);--> statement-breakpoint
CREATE INDEX `settlements_ticket` ON `settlements` (`ticketId`,`id`);--> statement-breakpoint
CREATE TABLE `ticket_attachments` (
	`attachmentId` text NOT NULL,
	`ticketId` text NOT NULL,
	PRIMARY KEY(`attachmentId`, `ticketId`)
);
--> statement-breakpoint
CREATE TABLE `ticket_search` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticketId` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_search_ticketId_unique` ON `ticket_search` (`ticketId`);--> statement-breakpoint
CREATE TABLE `ticket_units` (
	`ticketId` text NOT NULL,
	`unit` text NOT NULL,
	`relation` text NOT NULL,
	PRIMARY KEY(`ticketId`, `unit`)
);
--> statement-breakpoint
CREATE INDEX `ticket_units_unit` ON `ticket_units` (`unit`,`ticketId`);--> statement-breakpoint
CREATE TABLE `ticket_work` (
	`ticketId` text NOT NULL,
	`kind` text NOT NULL,
	`whose` text NOT NULL,
	`due` integer,
	`clock` text,
	`from` integer NOT NULL,
	`assignee` text,
	`order` integer NOT NULL,
	PRIMARY KEY(`ticketId`, `kind`, `whose`)
);
--> statement-breakpoint
CREATE INDEX `ticket_work_whose` ON `ticket_work` (`whose`,`order`,`ticketId`,`kind`);--> statement-breakpoint
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
	`assignee` text,
	`supporting` text NOT NULL,
	`town` text,
	`village` text,
	`spot` text,
	`told` text,
	`urgency` text NOT NULL,
	`text` text NOT NULL,
	`openedAt` integer NOT NULL,
	`resolvedAt` integer,
	`nextDueClock` text,
	`nextDueAt` integer,
	`nextTimerAt` integer,
	`queuedFor` text,
	`returns` integer NOT NULL,
	`reopenings` integer NOT NULL,
	`urges` integer NOT NULL,
	`contacted` integer,
	`solved` text,
	`satisfied` text,
	`excluded` integer NOT NULL,
	`endedAt` integer,
	`erasedAt` integer,
	`sourceKey` text,
	`citizenId` text,
	`dialogueId` text,
	`mergedInto` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number_unique` ON `tickets` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_sourceKey_unique` ON `tickets` (`sourceKey`);--> statement-breakpoint
CREATE INDEX `tickets_serial` ON `tickets` (`day`,`serial`);--> statement-breakpoint
CREATE INDEX `tickets_timer` ON `tickets` (`nextTimerAt`);--> statement-breakpoint
CREATE INDEX `tickets_status_due` ON `tickets` (`status`,`nextDueAt`);--> statement-breakpoint
CREATE INDEX `tickets_due` ON `tickets` (`nextDueAt`);--> statement-breakpoint
CREATE INDEX `tickets_opened` ON `tickets` (`openedAt`);--> statement-breakpoint
CREATE INDEX `tickets_handler` ON `tickets` (`handler`);--> statement-breakpoint
CREATE INDEX `tickets_ended` ON `tickets` (`erasedAt`,`endedAt`);--> statement-breakpoint
CREATE INDEX `tickets_citizen` ON `tickets` (`citizenId`);--> statement-breakpoint
CREATE INDEX `tickets_merged` ON `tickets` (`mergedInto`);--> statement-breakpoint
CREATE INDEX `tickets_dialogue` ON `tickets` (`dialogueId`);--> statement-breakpoint
CREATE INDEX `tickets_town` ON `tickets` (`town`,`openedAt`);--> statement-breakpoint
CREATE TABLE `transcript` (
	`cursor` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`personId` text NOT NULL,
	`inboxKey` text,
	`messageId` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transcript_inboxKey_unique` ON `transcript` (`inboxKey`);--> statement-breakpoint
CREATE UNIQUE INDEX `transcript_messageId_unique` ON `transcript` (`messageId`);--> statement-breakpoint
CREATE INDEX `transcript_person` ON `transcript` (`personId`,`cursor`);--> statement-breakpoint
CREATE TABLE `notice_queue` (
	`notice` integer NOT NULL,
	`recipient` text NOT NULL,
	`dueAt` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`notice`, `recipient`)
);
--> statement-breakpoint
CREATE INDEX `notice_queue_due` ON `notice_queue` (`state`,`dueAt`);--> statement-breakpoint
CREATE TABLE `notice_reads` (
	`accountId` text NOT NULL,
	`notice` integer NOT NULL,
	PRIMARY KEY(`accountId`, `notice`)
);
--> statement-breakpoint
CREATE INDEX `notice_reads_notice` ON `notice_reads` (`notice`);--> statement-breakpoint
CREATE TABLE `notice_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`way` text NOT NULL,
	`label` text NOT NULL,
	`sealedAddress` text NOT NULL,
	`choices` text NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notice_targets_owner` ON `notice_targets` (`owner`);--> statement-breakpoint
CREATE TABLE `notices` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticketId` text NOT NULL,
	`seq` integer NOT NULL,
	`audience` text NOT NULL,
	`matter` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`facts` text NOT NULL,
	`spread` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_event` ON `notices` (`ticketId`,`seq`,`audience`);--> statement-breakpoint
CREATE INDEX `notices_audience` ON `notices` (`audience`,`position`);--> statement-breakpoint
CREATE INDEX `notices_spread` ON `notices` (`spread`,`position`);--> statement-breakpoint
CREATE INDEX `notices_at` ON `notices` (`at`);--> statement-breakpoint
CREATE TABLE `staff_contacts` (
	`accountId` text PRIMARY KEY NOT NULL,
	`sealedEmail` text,
	`sealedNewEmail` text,
	`codeKey` text,
	`codeSentAt` integer,
	`codeTries` integer NOT NULL,
	`choices` text
);
--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`providerId` text NOT NULL,
	`userId` text NOT NULL,
	`accessToken` text,
	`refreshToken` text,
	`idToken` text,
	`accessTokenExpiresAt` integer,
	`refreshTokenExpiresAt` integer,
	`scope` text,
	`password` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`userId`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`lastRequest` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expiresAt` integer NOT NULL,
	`token` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	`ipAddress` text,
	`userAgent` text,
	`userId` text NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`userId`);--> statement-breakpoint
CREATE TABLE `two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backupCodes` text NOT NULL,
	`userId` text NOT NULL,
	`verified` integer DEFAULT true NOT NULL,
	`failedVerificationCount` integer DEFAULT 0 NOT NULL,
	`lockedUntil` integer,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `two_factor_user` ON `two_factor` (`userId`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`emailVerified` integer DEFAULT false NOT NULL,
	`image` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	`username` text,
	`displayUsername` text,
	`role` text NOT NULL,
	`unit` text,
	`disabled` integer DEFAULT false NOT NULL,
	`mustChangePassword` integer DEFAULT false NOT NULL,
	`twoFactorEnabled` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `user_username_unique` ON `user` (`username`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
