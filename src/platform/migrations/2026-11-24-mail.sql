-- What a piece of mail is besides its words: of a drill, encrypted, answerable, one of many. `claimed_at` says who of many
-- processes has it in hand; the id gives its Message-ID, so that one that is sent again is known for the same.
alter table platform.mail
  add column drill boolean not null default false,
  add column sealed boolean not null default false,
  add column answerable boolean not null default false,
  add column claimed_at timestamptz;
