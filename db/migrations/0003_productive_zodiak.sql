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
