-- A person may ask that no machine reads them: like an employee's, such a voice has a reading that holds nothing.
alter table understand.reading drop constraint reading_held_back_check;
alter table understand.reading add constraint reading_held_back_check check (held_back in ('no_words', 'employee', 'restricted'));
