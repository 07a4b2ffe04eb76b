-- A thread has few letters; ix_letter_thread finds those that were passed on as well.
drop index ix_letter_passed_on;
