CREATE VIRTUAL TABLE `ticket_words` USING fts5(`open`, `words`, tokenize = 'unicode61 remove_diacritics 0');
--> statement-breakpoint
INSERT INTO `ticket_words` (`ticket_words`, `rank`) VALUES ('secure-delete', 1);
