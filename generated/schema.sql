-- Written by bin/generate from the migrated schema, to be read in review. It is not run.

table acting.calendar (row security, forced)
  one boolean not null default true
  zone text not null
  fiscal_year_begins text not null
  PRIMARY KEY (one)
  CHECK ((fiscal_year_begins ~ '^\d\d-\d\d$'::text))
  CHECK (one)
  policy read for select to acting_door, worker using true
  policy establish for update to worker using true check true
  grant select to acting_door
  grant select, update (fiscal_year_begins, zone) to worker

table acting.epoch (row security, forced)
  person uuid not null
  epoch integer not null default 1
  PRIMARY KEY (person)
  policy begun for insert to acting_door, worker check true
  policy door for select to acting_door using true
  policy raised for update to acting_door using true check true
  grant insert, select, update to acting_door
  grant insert to worker

table acting.holder (row security, forced)
  seat uuid not null
  person uuid not null
  body uuid not null
  capacity text not null
  role text not null
  valid_from date not null
  valid_to date
  PRIMARY KEY (seat, person, valid_from)
  CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  index USING btree (person)
  policy accept for insert to acting_door check true
  policy found for insert to worker check true
  policy colleagues for select to portal using ((body = ( SELECT acting.body() AS body)) OR (person = ( SELECT acting.person() AS person)) OR ( SELECT acting.has('manage-accounts'::text) AS has))
  policy door for select to acting_door, circulator, worker using true
  policy trace for select to tracer using true
  policy again for update to acting_door using true check true
  policy relieve for update to portal using (( SELECT acting.has('manage-accounts'::text) AS has) AND (person <> ( SELECT acting.person() AS person))) check (( SELECT acting.has('manage-accounts'::text) AS has) AND (person <> ( SELECT acting.person() AS person)) AND (valid_to IS NOT NULL))
  grant insert, select, update (role, valid_to) to acting_door
  grant select to circulator
  grant select, update (valid_to) to portal
  grant select to tracer
  grant insert, select to worker
  trigger words_of_holder after insert or delete or update of person, body on acting.holder for each row execute function exchange.holder_seated()

table acting.power (row security, forced)
  capacity text not null
  role text not null
  power text not null
  PRIMARY KEY (capacity, role, power)
  policy keep for insert to worker check true
  policy clear for delete to worker using true
  policy door for select to acting_door, circulator, tallier, worker using true
  grant select to acting_door
  grant select to circulator
  grant select to tallier
  grant delete, insert, select to worker

table acting.realm (row security, forced)
  id uuid not null default gen_random_uuid()
  kind text not null
  name_ja text not null
  name_en text not null
  opened_at timestamp with time zone not null
  closed_at timestamp with time zone
  paused_at timestamp with time zone
  PRIMARY KEY (id)
  CHECK ((kind = ANY (ARRAY['live'::text, 'drill'::text, 'exercise'::text])))
  UNIQUE index USING btree (kind) WHERE (kind = 'live'::text)
  policy open for insert to realm_keeper check (kind <> 'live'::text)
  policy door for select to acting_door, worker using true
  policy keep for select to realm_keeper using true
  policy live_or_invited for select to portal using ((kind = 'live'::text) OR (EXISTS ( SELECT FROM acting.realm_seat m WHERE ((m.realm = realm.id) AND (m.seat = ( SELECT acting.seat() AS seat))))))
  policy tally for select to tallier using (kind = 'live'::text)
  policy halt for update to realm_keeper using (kind <> 'live'::text) check (kind <> 'live'::text)
  grant select to acting_door
  grant select to portal
  grant insert, select, update (closed_at, paused_at) to realm_keeper
  grant select to tallier
  grant select to worker

table acting.realm_seat (row security, forced)
  realm uuid not null
  seat uuid not null
  left_at timestamp with time zone
  PRIMARY KEY (realm, seat)
  FOREIGN KEY (realm) REFERENCES acting.realm(id)
  policy invite for insert to realm_keeper check true
  policy door for select to acting_door using true
  policy keep for select to circulator, realm_keeper using true
  policy own for select to portal using (seat = ( SELECT acting.seat() AS seat))
  policy leave for update to realm_keeper using true check true
  grant select to acting_door
  grant select to circulator
  grant select to portal
  grant insert, select, update (left_at) to realm_keeper

table acting.seal_key (row security, forced)
  key bytea not null
  policy door for select to acting_door using true
  grant select to acting_door

table acting.sign_in (row security, forced)
  token bytea not null
  id uuid not null default gen_random_uuid()
  kind text not null
  person uuid not null
  seat uuid not null
  epoch integer not null
  created_at timestamp with time zone not null
  until timestamp with time zone not null
  label text
  scopes text[]
  strong boolean not null default true
  last_used date
  UNIQUE (id)
  PRIMARY KEY (token)
  CHECK ((kind = ANY (ARRAY['session'::text, 'key'::text])))
  CHECK ((length(token) = 32))
  UNIQUE index USING btree (id)
  index USING btree (person)
  policy demo_key for insert to worker check ((kind = 'key'::text) AND (until <= (created_at + '400 days'::interval)) AND (EXISTS ( SELECT FROM parties.demo)))
  policy key for insert to portal check ((kind = 'key'::text) AND (person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (until <= (created_at + '400 days'::interval)))
  policy opened for insert to acting_door check true
  policy swept for delete to acting_door using true
  policy door for select to acting_door using true
  policy mine for select to portal using (person = ( SELECT acting.person() AS person))
  policy used for update to acting_door using true check true
  grant delete, insert, select, update (epoch, last_used, seat, token, until) to acting_door
  grant insert (created_at, epoch, id, kind, label, person, scopes, seat, token, until), select (created_at, id, kind, label, last_used, person, scopes, seat, strong, until) to portal
  grant insert (created_at, epoch, id, kind, label, person, scopes, seat, token, until) to worker

table breakglass.decision (row security, forced)
  request uuid not null
  allowed boolean not null
  note text
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  tell_at timestamp with time zone
  PRIMARY KEY (request)
  FOREIGN KEY (request) REFERENCES breakglass.request(id)
  CHECK ((allowed = (tell_at IS NOT NULL)))
  policy keep for all to tracer using true check true
  policy with_request for select to portal using (EXISTS ( SELECT FROM breakglass.request r WHERE (r.id = decision.request)))
  grant select to portal
  grant insert, select to tracer

table breakglass.opening (row security, forced)
  request uuid not null
  kind text not null
  subject uuid not null
  until timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  PRIMARY KEY (request)
  FOREIGN KEY (request) REFERENCES breakglass.decision(request)
  CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  policy keep for all to tracer using true check true
  policy with_request for select to portal using (EXISTS ( SELECT FROM breakglass.request r WHERE (r.id = opening.request)))
  grant select to portal
  grant insert, select, update (ended_at, ended_by) to tracer

table breakglass.reading (row security, forced)
  id uuid not null
  request uuid not null
  person uuid not null
  at timestamp with time zone not null
  lent uuid[] not null
  TRIGGER DEFERRABLE INITIALLY DEFERRED
  PRIMARY KEY (id)
  FOREIGN KEY (request) REFERENCES breakglass.opening(request)
  index USING btree (request, at)
  policy keep for all to tracer using true check true
  policy with_request for select to portal using (EXISTS ( SELECT FROM breakglass.request r WHERE (r.id = reading.request)))
  grant select to portal
  grant insert, select to tracer
  constraint trigger take_back after insert on breakglass.reading deferrable initially deferred for each row execute function breakglass.take_back()

table breakglass.request (row security, forced)
  id uuid not null
  realm uuid not null
  reference text not null
  kind text not null
  from_id uuid not null
  to_id uuid not null
  what text not null
  basis text not null
  reason text not null
  seat uuid not null
  person uuid not null
  office uuid not null
  at timestamp with time zone not null
  lapses timestamp with time zone not null
  PRIMARY KEY (id)
  CHECK (((what = 'content'::text) OR (kind = 'report'::text)))
  CHECK ((kind = ANY (ARRAY['report'::text, 'provision'::text])))
  CHECK ((length(reason) > 0))
  CHECK ((office <> seat))
  CHECK ((what = ANY (ARRAY['content'::text, 'source'::text])))
  index USING btree (realm, at DESC, id)
  policy keep for all to tracer using true check true
  policy asked for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('ask-break-glass'::text) AS has) AND breakglass.decides(office))
  policy in_realm (restrictive) for select to portal using (realm = ( SELECT acting.realm() AS realm))
  policy parties for select to portal using ((seat = ( SELECT acting.seat() AS seat)) OR ((office = ( SELECT acting.seat() AS seat)) AND ( SELECT acting.has('allow-break-glass'::text) AS has)) OR ( SELECT acting.has('audit-break-glass'::text) AS has) OR (EXISTS ( SELECT FROM breakglass.told t WHERE (t.request = request.id))))
  policy work for select to worker using true
  grant insert, select to portal
  grant select, update to tracer
  grant select to worker

table breakglass.told (row security, forced)
  request uuid not null
  seat uuid not null
  tell_at timestamp with time zone not null
  told_at timestamp with time zone
  PRIMARY KEY (request, seat)
  FOREIGN KEY (request) REFERENCES breakglass.decision(request)
  index USING btree (seat)
  index USING btree (tell_at) WHERE (told_at IS NULL)
  policy keep for all to tracer using true check true
  policy own for select to portal using ((seat = ( SELECT acting.seat() AS seat)) AND (tell_at <= ( SELECT acting.at() AS at)))
  policy work for select to worker using true
  policy work_on for update to worker using true check true
  grant select to portal
  grant insert, select to tracer
  grant select, update (told_at) to worker

table channels."position" (row security, forced)
  person uuid not null
  seat uuid not null
  thread uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (person, seat, thread)
  FOREIGN KEY (thread) REFERENCES channels.thread(id)
  index USING btree (thread)
  policy read for insert to portal check ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (EXISTS ( SELECT FROM channels.thread t WHERE (t.id = "position".thread))))
  policy hold for select to host using true
  policy own for select to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)))
  policy read_on for update to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat))) check ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)))
  grant select to host
  grant insert, select, update (at) to portal

table channels.agreement (row security, forced)
  minutes uuid not null
  side text not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (minutes, side)
  FOREIGN KEY (minutes) REFERENCES channels.minutes(id)
  CHECK ((side = ANY (ARRAY['asker'::text, 'asked'::text])))
  policy agreed for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (at = ( SELECT acting.at() AS at)) AND (EXISTS ( SELECT FROM (channels.minutes m JOIN channels.view_party p ON ((p.exchange = m.exchange))) WHERE ((m.id = agreement.minutes) AND p.lead AND (p.side = agreement.side)))))
  policy at_table for select to portal using (EXISTS ( SELECT FROM channels.minutes m WHERE (m.id = agreement.minutes)))
  grant insert, select to portal

table channels.aside (row security, forced)
  thread uuid not null
  seat uuid not null
  PRIMARY KEY (thread, seat)
  FOREIGN KEY (thread) REFERENCES channels.thread(id)
  index USING btree (seat, thread)
  policy hold for all to host using true check true
  policy mine for select to finder, portal using (seat = ( SELECT acting.seat() AS seat))
  grant select to finder
  grant insert, select, update to host
  grant select to portal

table channels.inquiry (row security, forced)
  id uuid not null
  realm uuid not null
  asker uuid not null
  onward boolean not null
  subject text not null
  text text not null
  handling jsonb not null
  due timestamp with time zone not null
  asked_at timestamp with time zone not null
  PRIMARY KEY (id)
  index USING btree (asker, asked_at DESC)
  policy hold for all to host using true check true
  policy one_of_two for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND ((asker = ( SELECT acting.seat() AS seat)) OR (EXISTS ( SELECT FROM channels.inquiry_party p WHERE (p.inquiry = inquiry.id)))))
  policy tell for select to worker using true
  grant insert, select to host
  grant select to portal
  grant select to worker

table channels.inquiry_message (row security, forced)
  id uuid not null
  inquiry uuid not null
  party uuid not null
  seat uuid not null
  person uuid not null
  kind text not null
  text text not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (inquiry, party) REFERENCES channels.inquiry_party(inquiry, seat)
  CHECK ((kind = ANY (ARRAY['answer'::text, 'nothing'::text, 'question'::text, 'reply'::text])))
  index USING btree (inquiry, party, at)
  policy said for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (at = ( SELECT acting.at() AS at)) AND (EXISTS ( SELECT FROM channels.inquiry i WHERE (i.id = inquiry_message.inquiry))) AND (NOT (EXISTS ( SELECT FROM channels.inquiry_step s WHERE ((s.inquiry = inquiry_message.inquiry) AND (s.step = 'closed'::text))))) AND (EXISTS ( SELECT FROM channels.inquiry_party p WHERE ((p.inquiry = inquiry_message.inquiry) AND (p.seat = inquiry_message.party) AND CASE inquiry_message.kind WHEN 'reply'::text THEN (p.asker = ( SELECT acting.seat() AS seat)) ELSE (p.seat = ( SELECT acting.seat() AS seat)) END))))
  policy between_two for select to portal using ((EXISTS ( SELECT FROM channels.inquiry i WHERE (i.id = inquiry_message.inquiry))) AND (EXISTS ( SELECT FROM channels.inquiry_party p WHERE ((p.inquiry = inquiry_message.inquiry) AND (p.seat = inquiry_message.party)))))
  policy tell for select to worker using true
  grant insert, select to portal
  grant select to worker

table channels.inquiry_origin (row security, forced)
  inquiry uuid not null
  origin uuid not null
  asker uuid not null
  PRIMARY KEY (inquiry)
  FOREIGN KEY (inquiry) REFERENCES channels.inquiry(id)
  FOREIGN KEY (origin) REFERENCES channels.inquiry(id)
  index USING btree (origin)
  policy hold for all to host using true check true
  policy own for select to portal using ((asker = ( SELECT acting.seat() AS seat)) AND (EXISTS ( SELECT FROM channels.inquiry i WHERE (i.id = inquiry_origin.inquiry))))
  grant insert, select to host
  grant select to portal

table channels.inquiry_party (row security, forced)
  inquiry uuid not null
  seat uuid not null
  asker uuid not null
  PRIMARY KEY (inquiry, seat)
  FOREIGN KEY (inquiry) REFERENCES channels.inquiry(id)
  index USING btree (seat, inquiry)
  policy hold for all to host using true check true
  policy one_of_two for select to portal using ((seat = ( SELECT acting.seat() AS seat)) OR (asker = ( SELECT acting.seat() AS seat)))
  policy tell for select to worker using true
  grant insert, select to host
  grant select to portal
  grant select to worker

table channels.inquiry_step (row security, forced)
  id uuid not null
  inquiry uuid not null
  step text not null
  party uuid
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (inquiry) REFERENCES channels.inquiry(id)
  CHECK (((step = 'reminded'::text) = (party IS NOT NULL)))
  CHECK ((step = ANY (ARRAY['reminded'::text, 'closed'::text])))
  UNIQUE index USING btree (inquiry) WHERE (step = 'closed'::text)
  index USING btree (inquiry, party, at)
  policy taken for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (at = ( SELECT acting.at() AS at)) AND (EXISTS ( SELECT FROM channels.inquiry i WHERE ((i.id = inquiry_step.inquiry) AND (i.asker = ( SELECT acting.seat() AS seat))))) AND ((party IS NULL) OR (EXISTS ( SELECT FROM channels.inquiry_party p WHERE ((p.inquiry = inquiry_step.inquiry) AND (p.seat = inquiry_step.party))))))
  policy tell for select to worker using true
  policy told for select to portal using ((EXISTS ( SELECT FROM channels.inquiry i WHERE (i.id = inquiry_step.inquiry))) AND ((party IS NULL) OR (EXISTS ( SELECT FROM channels.inquiry_party p WHERE ((p.inquiry = inquiry_step.inquiry) AND (p.seat = inquiry_step.party))))))
  grant insert, select to portal
  grant select to worker

table channels.inquiry_way (row security, forced)
  from_capacity text not null
  to_capacity text not null
  below boolean not null
  onward boolean not null
  PRIMARY KEY (from_capacity, to_capacity)
  policy keep for insert to worker check true
  policy clear for delete to worker using true
  policy seen for select to host, portal, worker using true
  grant select to host
  grant select to portal
  grant delete, insert, select to worker

table channels.invitation (row security, forced)
  id uuid not null
  space uuid not null
  thread uuid
  realm uuid not null
  seat uuid not null
  by_seat uuid not null
  by_person uuid not null
  starts timestamp with time zone not null
  ends timestamp with time zone not null
  past boolean not null
  invited_at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (space) REFERENCES channels.space(id)
  FOREIGN KEY (thread) REFERENCES channels.thread(id)
  CHECK ((ends > starts))
  index USING btree (seat, ends)
  index USING btree (space, ends)
  policy hold for all to host using true check true
  policy running for select to finder, portal using ((seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)) AND (starts <= ( SELECT acting.at() AS at)) AND (ends > ( SELECT acting.at() AS at)))
  grant select to finder
  grant delete, insert, select, update to host
  grant select to portal

table channels.kind (row security, forced)
  key text not null
  position smallint not null
  basis text not null
  circle_kind text
  circle_key text
  lower text
  upper text
  capacities text[] not null
  openers text[] not null
  guests text[] not null
  named boolean not null
  title_ja text not null
  title_en text not null
  says_ja text not null
  says_en text not null
  PRIMARY KEY (key)
  CHECK ((basis = ANY (ARRAY['circle'::text, 'pair'::text, 'group'::text])))
  policy keep for insert to worker check true
  policy seen for select to finder, host, portal, worker using true
  policy keep_on for update to worker using true check true
  grant select to finder
  grant select to host
  grant select to portal
  grant insert, select, update to worker

table channels.member (row security, forced)
  space uuid not null
  seat uuid not null
  valid_from date not null
  valid_to date
  PRIMARY KEY (space, seat, valid_from)
  FOREIGN KEY (space) REFERENCES channels.space(id)
  index USING btree (seat, space)
  policy hold for all to host using true check true
  policy mine for select to finder, portal using ((seat = ( SELECT acting.seat() AS seat)) AND (valid_from <= ( SELECT acting.day() AS day)) AND ((valid_to IS NULL) OR (valid_to > ( SELECT acting.day() AS day))))
  grant select to finder
  grant insert, select, update to host
  grant select to portal

table channels.message (row security, forced)
  id uuid not null
  thread uuid not null
  realm uuid not null
  seat uuid not null
  person uuid not null
  body_ja text not null
  body_en text not null
  person_ja text not null
  person_en text not null
  marking smallint not null
  handling jsonb not null
  corrects uuid
  at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  UNIQUE (id, thread, seat)
  PRIMARY KEY (id)
  FOREIGN KEY (corrects, thread, seat) REFERENCES channels.message(id, thread, seat)
  FOREIGN KEY (thread) REFERENCES channels.thread(id)
  CHECK (((marking >= 0) AND (marking <= 4)))
  UNIQUE index USING btree (id, thread, seat)
  index USING btree (realm, at)
  index USING btree (thread, at, id)
  index USING btree (withdrawn_at) WHERE (withdrawn_at IS NOT NULL)
  policy said for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (at = ( SELECT acting.at() AS at)) AND (withdrawn_at IS NULL) AND (EXISTS ( SELECT FROM parties.body b WHERE ((b.id = ( SELECT acting.body() AS body)) AND (b.name_ja = message.body_ja) AND (b.name_en = message.body_en)))) AND (EXISTS ( SELECT FROM channels.thread t WHERE (t.id = message.thread))))
  policy heard for select to finder, portal using ((realm = ( SELECT acting.realm() AS realm)) AND (EXISTS ( SELECT FROM channels.thread t WHERE ((t.id = message.thread) AND (((EXISTS ( SELECT FROM channels.space s WHERE (s.id = t.space))) AND ((NOT t.aside) OR (EXISTS ( SELECT FROM channels.aside a WHERE (a.thread = t.id))))) OR (EXISTS ( SELECT FROM channels.invitation i WHERE ((i.thread = t.id) AND (i.past OR (i.starts <= message.at))))) OR ((NOT t.aside) AND (EXISTS ( SELECT FROM channels.invitation i WHERE ((i.space = t.space) AND (i.thread IS NULL) AND (i.past OR (i.starts <= t.opened_at)))))))))))
  policy hold for select to host using true
  policy taken_back for update to portal using ((seat = ( SELECT acting.seat() AS seat)) AND (withdrawn_at IS NULL)) check ((seat = ( SELECT acting.seat() AS seat)) AND (withdrawn_at = ( SELECT acting.at() AS at)))
  grant select to finder
  grant select to host
  grant insert, select, update (withdrawn_at) to portal

table channels.minutes (row security, forced)
  id uuid not null
  exchange uuid not null
  revision smallint not null
  text text not null
  seat uuid not null
  at timestamp with time zone not null
  UNIQUE (exchange, revision)
  PRIMARY KEY (id)
  FOREIGN KEY (exchange) REFERENCES channels.view_exchange(id)
  CHECK (((revision >= 1) AND (revision <= 999)))
  UNIQUE index USING btree (exchange, revision)
  policy written for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (at = ( SELECT acting.at() AS at)) AND (EXISTS ( SELECT FROM (channels.view_exchange x JOIN channels.view_party p ON ((p.exchange = x.id))) WHERE ((x.id = minutes.exchange) AND p.lead AND (p.side <> 'through'::text)))))
  policy at_table for select to portal using (EXISTS ( SELECT FROM (channels.view_exchange x JOIN channels.view_party p ON ((p.exchange = x.id))) WHERE ((x.id = minutes.exchange) AND (p.side <> 'through'::text))))
  grant insert, select to portal

table channels.space (row security, forced)
  id uuid not null default gen_random_uuid()
  kind text not null
  circle uuid
  body uuid
  seat uuid
  title_ja text
  title_en text
  opened_at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (kind) REFERENCES channels.kind(key)
  CHECK (((num_nonnulls(circle, body, title_ja) = 1) AND (num_nonnulls(body, seat) <> 1)))
  UNIQUE index USING btree (kind, body, seat) WHERE (body IS NOT NULL)
  UNIQUE index USING btree (kind, circle) WHERE (circle IS NOT NULL)
  index USING btree (body)
  index USING btree (circle)
  index USING btree (seat)
  policy hold for all to host using true check true
  policy takes_part for select to finder, portal using (((circle = ANY (( SELECT acting.circles() AS circles)::uuid[])) AND (EXISTS ( SELECT FROM channels.kind k WHERE ((k.key = space.kind) AND (( SELECT acting.capacity() AS capacity) = ANY (k.capacities)))))) OR ((body = ( SELECT acting.body() AS body)) AND (EXISTS ( SELECT FROM channels.kind k WHERE ((k.key = space.kind) AND (k.lower = ( SELECT acting.capacity() AS capacity)))))) OR ((seat = ( SELECT acting.seat() AS seat)) AND (EXISTS ( SELECT FROM parties.supervision v WHERE ((v.body = space.body) AND (v.seat = space.seat) AND (v.valid_from <= ( SELECT acting.day() AS day)) AND ((v.valid_to IS NULL) OR (v.valid_to > ( SELECT acting.day() AS day))))))) OR (EXISTS ( SELECT FROM channels.member m WHERE (m.space = space.id))))
  grant select to finder
  grant insert, select, update to host
  grant select to portal

table channels.support (row security, forced)
  id uuid not null
  realm uuid not null
  kind text not null
  helped uuid not null
  helper uuid not null
  offered boolean not null
  subject text not null
  text text not null
  begun_at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (kind) REFERENCES channels.support_kind(key)
  CHECK ((helped <> helper))
  index USING btree (helped, begun_at DESC)
  index USING btree (helper, begun_at DESC)
  policy hold for all to host using true check true
  policy one_of_two for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND ((helped = ( SELECT acting.seat() AS seat)) OR (helper = ( SELECT acting.seat() AS seat))))
  policy tell for select to worker using true
  grant insert, select to host
  grant select to portal
  grant select to worker

table channels.support_kind (row security, forced)
  key text not null
  helped text[] not null
  helper text not null
  above boolean not null
  title_ja text not null
  title_en text not null
  PRIMARY KEY (key)
  policy keep for insert to worker check true
  policy seen for select to host, portal, worker using true
  policy change for update to worker using true check true
  grant select to host
  grant select to portal
  grant insert, select, update to worker

table channels.support_step (row security, forced)
  id uuid not null
  support uuid not null
  step text not null
  seat uuid not null
  person uuid not null
  note text
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (support) REFERENCES channels.support(id)
  CHECK ((step = ANY (ARRAY['asked'::text, 'offered'::text, 'accepted'::text, 'declined'::text, 'worked'::text, 'outcome'::text, 'closed'::text])))
  UNIQUE index USING btree (support) WHERE (step = 'closed'::text)
  UNIQUE index USING btree (support) WHERE (step = ANY (ARRAY['accepted'::text, 'declined'::text]))
  index USING btree (support, at)
  policy hold for all to host using true check true
  policy taken for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (at = ( SELECT acting.at() AS at)) AND (step = ANY (ARRAY['accepted'::text, 'declined'::text, 'worked'::text, 'outcome'::text, 'closed'::text])) AND (EXISTS ( SELECT FROM channels.support s WHERE ((s.id = support_step.support) AND CASE support_step.step WHEN 'accepted'::text THEN ( CASE WHEN s.offered THEN s.helped ELSE s.helper END = ( SELECT acting.seat() AS seat)) WHEN 'declined'::text THEN ( CASE WHEN s.offered THEN s.helped ELSE s.helper END = ( SELECT acting.seat() AS seat)) WHEN 'worked'::text THEN (s.helper = ( SELECT acting.seat() AS seat)) WHEN 'closed'::text THEN channels.outcome_stands(s.id) ELSE true END))))
  policy one_of_two for select to portal using (EXISTS ( SELECT FROM channels.support s WHERE (s.id = support_step.support)))
  grant insert, select to host
  grant insert, select to portal

table channels.thread (row security, forced)
  id uuid not null
  space uuid not null
  realm uuid not null
  title text not null
  aside boolean not null
  opened_at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (space) REFERENCES channels.space(id)
  index USING btree (space, realm)
  policy hold for all to host using true check true
  policy heard for select to finder, portal using ((realm = ( SELECT acting.realm() AS realm)) AND (((EXISTS ( SELECT FROM channels.space s WHERE (s.id = thread.space))) AND ((NOT aside) OR (EXISTS ( SELECT FROM channels.aside a WHERE (a.thread = thread.id))))) OR (EXISTS ( SELECT FROM channels.invitation i WHERE (i.thread = thread.id))) OR ((NOT aside) AND (EXISTS ( SELECT FROM channels.invitation i WHERE ((i.space = thread.space) AND (i.thread IS NULL) AND (i.past OR (i.starts <= thread.opened_at))))))))
  grant select to finder
  grant insert, select, update to host
  grant select to portal

table channels.view_exchange (row security, forced)
  id uuid not null
  realm uuid not null
  asked uuid not null
  subject text not null
  reason text not null
  asked_at timestamp with time zone not null
  PRIMARY KEY (id)
  policy hold for all to host using true check true
  policy at_table for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (EXISTS ( SELECT FROM channels.view_party p WHERE (p.exchange = view_exchange.id))))
  grant insert, select to host
  grant select to portal

table channels.view_party (row security, forced)
  exchange uuid not null
  seat uuid not null
  side text not null
  lead boolean not null
  PRIMARY KEY (exchange, seat)
  FOREIGN KEY (exchange) REFERENCES channels.view_exchange(id)
  CHECK ((side = ANY (ARRAY['asker'::text, 'through'::text, 'asked'::text])))
  index USING btree (seat, exchange)
  policy hold for all to host using true check true
  policy mine for select to portal using (seat = ( SELECT acting.seat() AS seat))
  grant insert, select to host
  grant select to portal

table channels.view_route (row security, forced)
  from_capacity text not null
  to_capacity text not null
  through text
  PRIMARY KEY (from_capacity, to_capacity)
  policy keep for insert to worker check true
  policy clear for delete to worker using true
  policy seen for select to host, portal, worker using true
  grant select to host
  grant select to portal
  grant delete, insert, select to worker

table channels.view_step (row security, forced)
  exchange uuid not null
  step text not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  note text
  meets_at timestamp with time zone
  PRIMARY KEY (exchange, step, at)
  FOREIGN KEY (exchange) REFERENCES channels.view_exchange(id)
  CHECK ((step = ANY (ARRAY['asked'::text, 'passed-on'::text, 'accepted'::text, 'declined'::text, 'dated'::text, 'held'::text, 'closed'::text])))
  policy hold for all to host using true check true
  policy taken for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (at = ( SELECT acting.at() AS at)) AND (EXISTS ( SELECT FROM channels.view_exchange x WHERE (x.id = view_step.exchange))) AND (EXISTS ( SELECT FROM channels.view_party p WHERE ((p.exchange = view_step.exchange) AND p.lead AND (((p.side = 'asked'::text) AND (view_step.step = ANY (ARRAY['accepted'::text, 'declined'::text, 'dated'::text, 'held'::text, 'closed'::text]))) OR ((p.side = 'asker'::text) AND (view_step.step = 'closed'::text)) OR ((p.side = 'through'::text) AND (view_step.step = 'declined'::text)))))))
  policy at_table for select to portal using (EXISTS ( SELECT FROM channels.view_exchange x WHERE (x.id = view_step.exchange)))
  grant insert, select to host
  grant insert, select to portal

table channels.word_index (row security, forced)
  message uuid not null
  realm uuid not null
  at timestamp with time zone not null
  words tsvector not null
  PRIMARY KEY (message)
  FOREIGN KEY (message) REFERENCES channels.message(id)
  index USING gin (words)
  policy said for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (at = ( SELECT acting.at() AS at)) AND (EXISTS ( SELECT FROM channels.message m WHERE ((m.id = word_index.message) AND (m.seat = ( SELECT acting.seat() AS seat)) AND (m.at = ( SELECT acting.at() AS at))))))
  policy find for select to finder using true
  grant select to finder
  grant insert to portal

table channels.words (row security, forced)
  message uuid not null
  text text not null
  PRIMARY KEY (message)
  FOREIGN KEY (message) REFERENCES channels.message(id)
  policy said for insert to portal check (EXISTS ( SELECT FROM channels.message m WHERE ((m.id = words.message) AND (m.seat = ( SELECT acting.seat() AS seat)) AND (m.at = ( SELECT acting.at() AS at)))))
  policy standing for select to finder, portal using (EXISTS ( SELECT FROM channels.message m WHERE ((m.id = words.message) AND (m.withdrawn_at IS NULL))))
  grant select to finder
  grant insert, select to portal

table circulation.attempt (row security, forced)
  id uuid not null default gen_random_uuid()
  item uuid not null
  realm uuid not null
  receipt uuid
  seat uuid not null
  at timestamp with time zone not null
  channel text not null
  outcome text not null
  note text
  person uuid
  contact uuid
  whom text
  PRIMARY KEY (id)
  FOREIGN KEY (contact) REFERENCES parties.contact_point(id)
  FOREIGN KEY (item) REFERENCES circulation.item(id)
  FOREIGN KEY (receipt) REFERENCES circulation.receipt(id)
  index USING btree (item, at)
  policy tried for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = attempt.item))) AND CASE WHEN (contact IS NULL) THEN ((receipt IS NULL) OR (EXISTS ( SELECT FROM circulation.receipt r WHERE ((r.id = attempt.receipt) AND (r.item = attempt.item)))) OR circulation.may_call(receipt, item, NULL::uuid)) ELSE ((EXISTS ( SELECT FROM parties.contact_point c WHERE (c.id = attempt.contact))) AND circulation.may_call(receipt, item, contact)) END)
  policy carry for select to circulator using true
  policy mine for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)))
  grant select to circulator
  grant insert, select to portal

table circulation.audience (row security, forced)
  item uuid not null
  circle uuid
  body uuid
  UNIQUE NULLS NOT DISTINCT (item, circle, body)
  FOREIGN KEY (item) REFERENCES circulation.item(id) ON DELETE CASCADE
  CHECK ((num_nonnulls(circle, body) = 1))
  UNIQUE index USING btree (item, circle, body) NULLS NOT DISTINCT
  policy addressed for insert to portal check (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = audience.item) AND (i.sent IS NULL))))
  policy readdressed for delete to portal using (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = audience.item) AND (i.sent IS NULL))))
  policy carry for select to circulator using true
  policy drafted for select to portal using (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = audience.item) AND r.author)))
  grant select to circulator
  grant delete, insert, select to portal

table circulation.beside (row security, forced)
  item uuid not null
  capacity text not null
  tier smallint not null
  within interval
  PRIMARY KEY (item, capacity)
  FOREIGN KEY (item) REFERENCES circulation.item(id) ON DELETE CASCADE
  CHECK ((tier > 0))
  policy laid for insert to portal check (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = beside.item) AND (i.sent IS NULL))))
  policy carry for select to circulator using true
  policy drafted for select to portal using (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = beside.item) AND r.author)))
  grant select to circulator
  grant insert, select to portal

table circulation.deadline (row security, forced)
  id uuid not null default gen_random_uuid()
  item uuid not null
  receipt uuid
  realm uuid not null
  seat uuid not null
  kind text not null
  due timestamp with time zone not null
  remind_at timestamp with time zone not null
  reminded_at timestamp with time zone
  met_at timestamp with time zone
  UNIQUE (item, seat, kind)
  PRIMARY KEY (id)
  FOREIGN KEY (item) REFERENCES circulation.item(id)
  FOREIGN KEY (receipt) REFERENCES circulation.receipt(id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['relay'::text, 'acknowledge'::text, 'answer'::text, 'collect'::text])))
  UNIQUE index USING btree (item, seat, kind)
  index USING btree (remind_at) WHERE ((met_at IS NULL) AND (reminded_at IS NULL))
  index USING btree (seat, due) WHERE (met_at IS NULL)
  policy carry for all to circulator using true check true
  policy in_realm (restrictive) for select to portal using (realm = ( SELECT acting.realm() AS realm))
  policy mine for select to portal using ((seat = ( SELECT acting.seat() AS seat)) OR (EXISTS ( SELECT FROM circulation.receipt r WHERE (r.id = deadline.receipt))))
  policy work for select to worker using true
  policy work_on for update to worker using true check true
  grant delete, insert, select, update to circulator
  grant select to portal
  grant select, update (reminded_at) to worker

table circulation.handed (row security, forced)
  handover uuid not null
  item uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (handover, item)
  FOREIGN KEY (item) REFERENCES circulation.item(id)
  policy carried for insert to circulator check true
  policy carry for select to circulator using true
  policy trace for select to tracer using true
  grant insert, select to circulator
  grant select to tracer

table circulation.item (row security, forced)
  id uuid not null
  subject uuid not null
  realm uuid not null
  kind text not null
  title text not null
  marking smallint not null
  handling jsonb not null
  sent timestamp with time zone
  mode text
  UNIQUE (id, realm)
  PRIMARY KEY (id)
  CHECK (((marking >= 0) AND (marking <= 4)))
  UNIQUE index USING btree (id, realm)
  index USING btree (subject)
  policy written for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (sent IS NULL))
  policy carry for select to circulator using true
  policy port for select to porter using true
  policy reached for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (EXISTS ( SELECT FROM circulation.reach r WHERE (r.item = item.id))))
  policy tally for select to tallier using true
  policy trace for select to tracer using true
  policy work for select to worker using true
  policy carry_on for update to circulator using true check true
  policy edited for update to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (sent IS NULL) AND (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = item.id) AND r.author)))) check ((realm = ( SELECT acting.realm() AS realm)) AND (sent IS NULL))
  grant select, update (sent) to circulator
  grant insert, select, update (handling, marking, mode, title) to portal
  grant select to porter
  grant select to tallier
  grant select to tracer
  grant select to worker
  trigger author_reaches after insert on circulation.item for each row execute function circulation.author_reaches()
  trigger provision_must_stand before update of sent on circulation.item for each row when (((new.kind = 'provision'::text) and (old.sent is null) and (new.sent is not null))) execute function exchange.must_stand()
  trigger showcase_must_stand before update of sent on circulation.item for each row when (((new.kind = 'showcase'::text) and (old.sent is null) and (new.sent is not null))) execute function review.must_stand()
  trigger situation_report_must_stand before update of sent on circulation.item for each row when (((new.kind = 'situation-report'::text) and (old.sent is null) and (new.sent is not null))) execute function situations.must_stand()
  trigger survey_must_stand before update of sent on circulation.item for each row when (((new.kind = 'survey'::text) and (old.sent is null) and (new.sent is not null))) execute function surveys.must_stand()

table circulation.item_words (row security, forced)
  item uuid not null
  realm uuid not null
  sent timestamp with time zone not null
  words tsvector not null
  PRIMARY KEY (item)
  FOREIGN KEY (item) REFERENCES circulation.item(id) ON DELETE CASCADE
  index USING gin (words)
  policy indexed for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = item_words.item) AND r.author))))
  policy find for select to finder using true
  grant select to circulator
  grant select to finder
  grant insert to portal

table circulation.reach (row security, forced)
  item uuid not null
  reader uuid not null
  realm uuid not null
  kind text not null
  sent timestamp with time zone not null
  author boolean not null default false
  PRIMARY KEY (item, reader)
  FOREIGN KEY (item, realm) REFERENCES circulation.item(id, realm)
  index USING btree (reader, realm, kind, sent DESC, item)
  index USING btree (reader, realm, sent DESC, item)
  policy carry for all to circulator using true check true
  policy find for select to finder using true
  policy own for select to portal using (reader = ANY (( SELECT acting.me() AS me)::uuid[]))
  policy port for select to porter using true
  policy tally for select to tallier using true
  policy trace for select to tracer using true
  policy work for select to worker using true
  grant delete, insert, select, update to circulator
  grant select to finder
  grant select to portal
  grant select to porter
  grant select to tallier
  grant select to tracer
  grant select to worker

table circulation.receipt (row security, forced)
  id uuid not null default gen_random_uuid()
  item uuid not null
  realm uuid not null
  kind text not null
  seat uuid not null
  body uuid not null
  sector text
  tier smallint not null
  via uuid not null
  overseer uuid
  must_relay boolean not null default false
  targeted_at timestamp with time zone not null
  sent_at timestamp with time zone
  delivered_at timestamp with time zone
  unreachable text
  opened_at timestamp with time zone
  acknowledged_at timestamp with time zone
  state text
  note text
  relayed_at timestamp with time zone
  due timestamp with time zone
  remind_at timestamp with time zone
  reminded_at timestamp with time zone
  changed_at timestamp with time zone not null
  handed_at timestamp with time zone
  closed_at timestamp with time zone
  chased_at timestamp with time zone
  spoken_at timestamp with time zone
  own_at timestamp with time zone
  why text
  circle uuid
  UNIQUE (item, seat)
  PRIMARY KEY (id)
  FOREIGN KEY (item) REFERENCES circulation.item(id)
  CHECK (((acknowledged_at IS NULL) = (state IS NULL)))
  UNIQUE index USING btree (item, seat)
  index USING btree (due) WHERE ((acknowledged_at IS NULL) AND (closed_at IS NULL) AND (due IS NOT NULL))
  index USING btree (item, tier)
  index USING btree (overseer, item)
  index USING btree (remind_at) WHERE ((acknowledged_at IS NULL) AND (reminded_at IS NULL) AND (sent_at IS NOT NULL))
  index USING btree (seat, changed_at)
  index USING btree (seat, realm, due) WHERE (acknowledged_at IS NULL)
  index USING btree (seat, realm, sent_at DESC, id)
  index USING btree (via, item)
  policy carry for all to circulator using true check true
  policy in_realm (restrictive) for select to portal using (realm = ( SELECT acting.realm() AS realm))
  policy mine_or_below for select to portal using ((seat = ( SELECT acting.seat() AS seat)) OR (via = ( SELECT acting.seat() AS seat)) OR (overseer = ( SELECT acting.seat() AS seat)))
  policy tally for select to tallier using true
  policy trace for select to tracer using true
  policy work for select to worker using true
  policy answer for update to portal using ((seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)) AND (sent_at IS NOT NULL)) check ((seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)) AND (sent_at IS NOT NULL))
  policy work_on for update to worker using true check true
  grant delete, insert, select, update to circulator
  grant select, update (acknowledged_at, changed_at, note, opened_at, own_at, state) to portal
  grant select to tallier
  grant select to tracer
  grant select, update (acknowledged_at, changed_at, chased_at, delivered_at, note, opened_at, own_at, reminded_at, state, unreachable) to worker

table circulation.tier (row security, forced)
  item uuid not null
  position smallint not null
  capacity text not null
  scope text not null
  covers text
  UNIQUE (item, capacity)
  PRIMARY KEY (item, "position")
  FOREIGN KEY (item) REFERENCES circulation.item(id) ON DELETE CASCADE
  CHECK (((covers IS NOT NULL) = (scope = 'agreement'::text)))
  CHECK ((scope = ANY (ARRAY['above'::text, 'central'::text, 'agreement'::text])))
  UNIQUE index USING btree (item, capacity)
  policy by_agreement (restrictive) for insert to portal check ((scope = 'agreement'::text) OR ( SELECT acting.has('know-bodies'::text) AS has) OR ((EXISTS ( SELECT FROM circulation.item i WHERE ((i.id = tier.item) AND (i.kind = 'report'::text)))) AND (( SELECT acting.has('enter-reports'::text) AS has) OR (( SELECT acting.has('file-reports'::text) AS has) AND ((scope = 'central'::text) OR (NOT ( SELECT acting.has('draft-provisions'::text) AS has)))))))
  policy laid for insert to portal check (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = tier.item) AND (i.sent IS NULL))))
  policy cleared for delete to portal using (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = tier.item) AND (i.sent IS NULL))))
  policy carry for select to circulator using true
  policy drafted for select to portal using (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = tier.item) AND r.author)))
  grant select to circulator
  grant delete, insert, select to portal

table circulation.word (row security, forced)
  id uuid not null
  receipt uuid not null
  realm uuid not null
  seat uuid not null
  person uuid not null
  contact uuid
  said_by text not null
  state text not null
  note text
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (contact) REFERENCES parties.contact_point(id)
  FOREIGN KEY (receipt) REFERENCES circulation.receipt(id)
  CHECK ((state = ANY (ARRAY['received'::text, 'not-affected'::text, 'investigating'::text, 'affected'::text])))
  index USING btree (receipt, at)
  policy carry for all to circulator using true check true
  policy in_realm (restrictive) for select to portal using (realm = ( SELECT acting.realm() AS realm))
  policy noted for select to portal using ((seat = ( SELECT acting.seat() AS seat)) OR (EXISTS ( SELECT FROM circulation.receipt r WHERE (r.id = word.receipt))))
  grant insert, select to circulator
  grant select to portal

table drills.drill (row security, forced)
  id uuid not null
  kind text not null
  about text not null
  title_ja text not null
  title_en text not null
  purpose text not null
  starts timestamp with time zone not null
  ends timestamp with time zone not null
  announced boolean not null
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  CHECK ((ends > starts))
  CHECK ((kind = ANY (ARRAY['drill'::text, 'exercise'::text])))
  CHECK ((length(title_en) > 0))
  CHECK ((length(title_ja) > 0))
  policy planned for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.live() AS live) AND ( SELECT acting.has('plan-drills'::text) AS has))
  policy keep for select to realm_keeper using true
  policy parties_to_it for select to portal using (drills.part(id) IS NOT NULL)
  policy tell for select to worker using true
  grant insert, select to portal
  grant select to realm_keeper
  grant select (announced, id, kind) to worker

table drills.finding (row security, forced)
  id uuid not null
  drill uuid not null
  step text
  expected text not null
  happened text not null
  cause text
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  UNIQUE (id, drill)
  PRIMARY KEY (id)
  FOREIGN KEY (drill) REFERENCES drills.drill(id)
  CHECK ((length(expected) > 0))
  CHECK ((length(happened) > 0))
  UNIQUE index USING btree (id, drill)
  index USING btree (drill, at)
  policy found for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.live() AS live) AND ( SELECT acting.has('plan-drills'::text) AS has) AND (drills.part(drill) = 'desk'::text) AND drills.is_over(drill))
  policy told for select to portal using (drills.is_told(drill) OR (EXISTS ( SELECT FROM drills.remedy r WHERE ((r.finding = finding.id) AND (r.owner = ( SELECT acting.seat() AS seat))))))
  grant insert, select to portal

table drills.invited (row security, forced)
  drill uuid not null
  seat uuid not null
  part text not null
  PRIMARY KEY (drill, seat)
  FOREIGN KEY (drill) REFERENCES drills.drill(id)
  CHECK ((part = ANY (ARRAY['desk'::text, 'player'::text, 'evaluator'::text])))
  index USING btree (seat)
  policy chosen for insert to portal check (( SELECT acting.live() AS live) AND ( SELECT acting.has('plan-drills'::text) AS has) AND drills.may_lay(drill) AND ((part <> 'desk'::text) OR (seat = ( SELECT acting.seat() AS seat))))
  policy keep for select to realm_keeper using true
  policy own_or_controlling for select to portal using ((drills.part(drill) IS NOT NULL) AND ((seat = ( SELECT acting.seat() AS seat)) OR (drills.part(drill) = ANY (ARRAY['desk'::text, 'evaluator'::text]))))
  policy tell for select to worker using true
  policy timed for select to tallier using true
  grant insert, select to portal
  grant select to realm_keeper
  grant select to tallier
  grant select to worker

table drills.observation (row security, forced)
  id uuid not null
  drill uuid not null
  step text
  tone text not null
  said text not null
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (drill) REFERENCES drills.drill(id)
  CHECK ((length(said) > 0))
  CHECK ((tone = ANY (ARRAY['good'::text, 'issue'::text])))
  index USING btree (drill, at)
  policy noted for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (drills.part(drill) = ANY (ARRAY['desk'::text, 'evaluator'::text])))
  policy own_or_desk for select to portal using ((drills.part(drill) = 'desk'::text) OR ((drills.part(drill) IS NOT NULL) AND (seat = ( SELECT acting.seat() AS seat))))
  grant insert, select to portal

table drills.presence (row security, forced)
  drill uuid not null
  seat uuid not null
  n smallint not null
  what text not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (drill, seat, n)
  FOREIGN KEY (drill, seat) REFERENCES drills.invited(drill, seat)
  CHECK ((n > 0))
  CHECK ((what = ANY (ARRAY['entered'::text, 'left'::text])))
  policy own for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (drills.part(drill) IS NOT NULL))
  policy own_or_controlling for select to portal using ((drills.part(drill) IS NOT NULL) AND ((seat = ( SELECT acting.seat() AS seat)) OR (drills.part(drill) = ANY (ARRAY['desk'::text, 'evaluator'::text]))))
  grant insert, select to portal
  trigger keep_place after insert on drills.presence for each row execute function drills.keep_place()

table drills.remedy (row security, forced)
  id uuid not null
  drill uuid not null
  finding uuid not null
  says text not null
  owner uuid not null
  due date not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  UNIQUE (id, drill)
  PRIMARY KEY (id)
  FOREIGN KEY (drill, owner) REFERENCES drills.invited(drill, seat)
  FOREIGN KEY (finding, drill) REFERENCES drills.finding(id, drill)
  CHECK ((length(says) > 0))
  UNIQUE index USING btree (id, drill)
  index USING btree (drill, at)
  index USING btree (owner)
  policy decided for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.live() AS live) AND ( SELECT acting.has('plan-drills'::text) AS has) AND (drills.part(drill) = 'desk'::text) AND drills.is_over(drill))
  policy told for select to portal using (drills.is_told(drill) OR ((owner = ( SELECT acting.seat() AS seat)) AND (drills.part(drill) IS NOT NULL)))
  grant insert, select to portal

table drills.remedy_closure (row security, forced)
  remedy uuid not null
  drill uuid not null
  evidence text not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (remedy)
  FOREIGN KEY (remedy, drill) REFERENCES drills.remedy(id, drill)
  CHECK ((length(evidence) > 0))
  policy owned for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.live() AS live) AND (EXISTS ( SELECT FROM drills.remedy r WHERE ((r.id = remedy_closure.remedy) AND ((r.owner = ( SELECT acting.seat() AS seat)) OR (drills.part(r.drill) = 'desk'::text))))))
  policy told for select to portal using (EXISTS ( SELECT FROM drills.remedy r WHERE (r.id = remedy_closure.remedy)))
  grant insert, select to portal

table drills.review (row security, forced)
  drill uuid not null
  said text not null
  decided text not null
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  UNIQUE (drill, person)
  PRIMARY KEY (drill)
  FOREIGN KEY (drill) REFERENCES drills.drill(id)
  CHECK ((length(decided) > 0))
  CHECK ((length(said) > 0))
  UNIQUE index USING btree (drill, person)
  policy written for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.live() AS live) AND ( SELECT acting.has('plan-drills'::text) AS has) AND (drills.part(drill) = 'desk'::text) AND drills.is_over(drill))
  policy told for select to portal using drills.is_told(drill)
  grant insert, select to portal

table drills.review_confirmation (row security, forced)
  drill uuid not null
  written_by uuid not null
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (drill)
  FOREIGN KEY (drill, written_by) REFERENCES drills.review(drill, person)
  CHECK ((person <> written_by))
  policy second_person for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.live() AS live) AND ( SELECT acting.has('open-drills'::text) AS has) AND (drills.part(drill) = 'desk'::text))
  policy keep for select to realm_keeper using true
  policy told for select to portal using drills.is_told(drill)
  grant insert, select to portal
  grant select to realm_keeper

table drills.step (row security, forced)
  drill uuid not null
  what text not null
  minutes integer not null
  PRIMARY KEY (drill, what)
  FOREIGN KEY (drill) REFERENCES drills.drill(id)
  CHECK (((minutes >= 0) AND (minutes <= 100000)))
  policy laid for insert to portal check (( SELECT acting.live() AS live) AND ( SELECT acting.has('plan-drills'::text) AS has) AND drills.may_lay(drill))
  policy controlling for select to portal using ((drills.part(drill) = ANY (ARRAY['desk'::text, 'evaluator'::text])) OR ((drills.part(drill) IS NOT NULL) AND (EXISTS ( SELECT FROM drills.turn t WHERE ((t.drill = step.drill) AND (t.what = 'closed'::text))))))
  grant insert, select to portal

table drills.turn (row security, forced)
  drill uuid not null
  n smallint not null
  what text not null
  note text
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (drill, n)
  FOREIGN KEY (drill) REFERENCES drills.drill(id)
  CHECK ((n > 0))
  CHECK ((what = ANY (ARRAY['opened'::text, 'paused'::text, 'real'::text, 'resumed'::text, 'closed'::text, 'called-off'::text])))
  policy done for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND CASE what WHEN 'real'::text THEN (drills.part(drill) IS NOT NULL) WHEN 'opened'::text THEN (( SELECT acting.live() AS live) AND (drills.part(drill) = 'desk'::text) AND ( SELECT acting.has('open-drills'::text) AS has) AND (EXISTS ( SELECT FROM drills.drill d WHERE ((d.id = turn.drill) AND (d.person <> ( SELECT acting.person() AS person)))))) ELSE (( SELECT acting.live() AS live) AND (drills.part(drill) = 'desk'::text) AND ( SELECT acting.has('plan-drills'::text) AS has)) END)
  policy keep for select to realm_keeper using true
  policy parties_to_it for select to portal using (drills.part(drill) IS NOT NULL)
  grant insert, select to portal
  grant select to realm_keeper
  trigger keep_realm after insert on drills.turn for each row execute function drills.keep_realm()

table exchange.approval (row security, forced)
  item uuid not null
  revision integer not null
  seat uuid not null
  person uuid not null
  accepted jsonb not null default '[]'::jsonb
  at timestamp with time zone not null
  PRIMARY KEY (item, revision)
  FOREIGN KEY (item) REFERENCES exchange.provision_version(item)
  policy second_person for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('approve-provisions'::text) AS has) AND (EXISTS ( SELECT FROM exchange.provision_work w WHERE ((w.item = approval.item) AND (w.revision = approval.revision)))) AND (NOT (EXISTS ( SELECT FROM exchange.provision_editor e WHERE ((e.item = approval.item) AND (e.person = ( SELECT acting.person() AS person)))))))
  policy desk for select to portal using (seat = ( SELECT acting.seat() AS seat))
  policy lapse for select to worker using true
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer
  grant select (at, item, person) to worker

table exchange.asking (row security, forced)
  id uuid not null
  item uuid not null
  report uuid not null
  realm uuid not null
  shown bytea not null
  title text not null
  body text not null
  kind text not null
  handling jsonb not null
  files text[] not null
  asked_at timestamp with time zone not null
  due timestamp with time zone not null
  silence text not null
  lapsed_at timestamp with time zone
  UNIQUE (item, report, shown)
  PRIMARY KEY (id)
  FOREIGN KEY (item) REFERENCES exchange.provision_version(item) ON DELETE CASCADE
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  CHECK ((silence = ANY (ARRAY['releases'::text, 'holds'::text])))
  UNIQUE index USING btree (item, report, shown)
  index USING btree (due) WHERE (lapsed_at IS NULL)
  index USING btree (report, asked_at DESC)
  policy ask for insert to tracer check true
  policy lapse for select to worker using true
  policy parties for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND ((EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = asking.item))) OR (EXISTS ( SELECT FROM exchange.source_reader x WHERE ((x.report = asking.report) AND x.thread AND (x.until IS NULL))))))
  policy trace for select to tracer using true
  policy lapsed for update to worker using true check true
  grant select (asked_at, body, due, files, handling, id, item, kind, realm, report, shown, silence, title) to portal
  grant insert, select to tracer
  grant select, update (lapsed_at) to worker

table exchange.asking_answer (row security, forced)
  asking uuid not null
  number smallint not null
  answer text not null
  reason text
  wording text
  PRIMARY KEY (asking, number)
  FOREIGN KEY (asking) REFERENCES exchange.asking(id) ON DELETE CASCADE
  CHECK (((answer = 'agreed'::text) OR (reason IS NOT NULL)))
  CHECK (((number >= 1) AND (number <= 99)))
  CHECK ((answer = ANY (ARRAY['agreed'::text, 'objected'::text])))
  policy said for insert to portal check (EXISTS ( SELECT FROM (exchange.asking a JOIN exchange.source_reader x ON (((x.report = a.report) AND x.thread AND (x.until IS NULL)))) WHERE ((a.id = asking_answer.asking) AND (exchange.asking_sent(a.id) IS NULL) AND (NOT (EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = a.item)))))))
  policy lapse for select to worker using true
  policy parties for select to portal using (EXISTS ( SELECT FROM exchange.asking a WHERE (a.id = asking_answer.asking)))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer
  grant select to worker

table exchange.asking_hand (row security, forced)
  asking uuid not null
  number smallint not null
  seat uuid not null
  person uuid not null
  heard_from text
  at timestamp with time zone not null
  PRIMARY KEY (asking, number)
  FOREIGN KEY (asking, number) REFERENCES exchange.asking_answer(asking, number) ON DELETE CASCADE
  policy signed for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM (exchange.asking_answer t JOIN exchange.asking a ON ((a.id = t.asking))) WHERE ((t.asking = asking_hand.asking) AND (t.number = asking_hand.number) AND (exchange.is_source(a.report) = (asking_hand.heard_from IS NULL))))))
  policy between for select to portal using (EXISTS ( SELECT FROM (exchange.asking a JOIN exchange.source_reader x ON (((x.report = a.report) AND x.thread AND (x.until IS NULL)))) WHERE ((a.id = asking_hand.asking) AND (NOT (EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = a.item)))))))
  grant insert, select to portal

table exchange.confirmation (row security, forced)
  report uuid not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (report)
  FOREIGN KEY (report) REFERENCES exchange.entry(report)
  policy own for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND exchange.is_source(report))
  policy known for select to portal using (EXISTS ( SELECT FROM exchange.source_reader x WHERE (x.report = confirmation.report)))
  policy sign_for for select to worker using true
  grant insert, select to portal
  grant select (person, report) to worker

table exchange.consent (row security, forced)
  id uuid not null default gen_random_uuid()
  report uuid not null
  class text not null
  number smallint not null
  act text not null
  what text not null
  capacities text[] not null default '{}'::text[]
  bodies text[] not null default '{}'::text[]
  until timestamp with time zone
  at timestamp with time zone not null
  UNIQUE (report, class, number)
  PRIMARY KEY (id)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  CHECK (((number >= 1) AND (number <= 9999)))
  CHECK ((act = ANY (ARRAY['requested'::text, 'asked'::text, 'given'::text, 'refused'::text, 'withdrawn'::text, 'passed'::text])))
  CHECK ((what = ANY (ARRAY['name'::text, 'content'::text])))
  UNIQUE index USING btree (report, class, number)
  policy enter for insert to tracer check ((act = ANY (ARRAY['given'::text, 'refused'::text])) AND (what = 'name'::text) AND (number = 1))
  policy entered for insert to portal check ((EXISTS ( SELECT FROM exchange.report p WHERE (p.id = consent.report))) AND CASE WHEN (act = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text])) THEN exchange.is_source(report) WHEN (act = 'asked'::text) THEN ((NOT exchange.is_source(report)) AND (EXISTS ( SELECT FROM exchange.source_reader x WHERE ((x.report = consent.report) AND x.thread)))) WHEN (act = 'requested'::text) THEN ( SELECT acting.has('triage-reports'::text) AS has) ELSE false END)
  policy pass for insert to tracer check (act = 'passed'::text)
  policy parties for select to portal using ((EXISTS ( SELECT FROM exchange.report p WHERE (p.id = consent.report))) AND ((EXISTS ( SELECT FROM exchange.source_reader x WHERE ((x.report = consent.report) AND x.thread))) OR ( SELECT acting.has('triage-reports'::text) AS has)))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant insert, select to tracer
  trigger consent_counts after insert on exchange.consent for each row execute function exchange.consent_counts()
  trigger take_turn before insert on exchange.consent for each row execute function exchange.take_turn()

table exchange.consent_said (row security, forced)
  consent uuid not null
  seat uuid not null
  person uuid not null
  note text
  PRIMARY KEY (consent)
  FOREIGN KEY (consent) REFERENCES exchange.consent(id)
  policy pass for insert to tracer check true
  policy signed for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM exchange.consent c WHERE (c.id = consent_said.consent))))
  policy said for select to portal using ((seat = ( SELECT acting.seat() AS seat)) OR (EXISTS ( SELECT FROM (exchange.consent c JOIN exchange.source_reader x ON (((x.report = c.report) AND x.thread))) WHERE ((c.id = consent_said.consent) AND CASE WHEN (c.act = ANY (ARRAY['requested'::text, 'passed'::text])) THEN (NOT exchange.is_source(c.report)) ELSE true END))))
  grant insert, select to portal
  grant insert to tracer

table exchange.entry (row security, forced)
  item uuid not null
  report uuid not null
  seat uuid not null
  person uuid not null
  channel text not null
  said_by text not null
  call_back text
  said_at timestamp with time zone not null
  entered_at timestamp with time zone not null
  UNIQUE (report)
  PRIMARY KEY (item)
  FOREIGN KEY (item) REFERENCES exchange.report_version(item)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  UNIQUE index USING btree (report)
  policy typed for insert to portal check (( SELECT acting.has('enter-reports'::text) AS has) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = entry.item) AND (i.subject = entry.report) AND (i.sent IS NULL)))))
  policy carry for select to circulator using true
  policy known for select to portal using ((EXISTS ( SELECT FROM exchange.source_reader x WHERE (x.report = entry.report))) AND (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = entry.item))))
  policy trace for select to tracer using true
  grant select to circulator
  grant insert, select to portal
  grant select to tracer

table exchange.feedback (row security, forced)
  id uuid not null
  item uuid not null
  provision uuid not null
  realm uuid not null
  sector text
  kind text not null
  given_at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (item) REFERENCES exchange.provision_version(item)
  FOREIGN KEY (provision) REFERENCES exchange.provision(id)
  CHECK ((kind = ANY (ARRAY['sighting'::text, 'correction'::text])))
  index USING btree (provision, given_at)
  policy tell for all to tracer using true check true
  policy notify for select to worker using true
  policy parties for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND ((EXISTS ( SELECT FROM exchange.feedback_hand h WHERE (h.feedback = feedback.id))) OR (EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = feedback.item)))))
  grant select to portal
  grant insert, select to tracer
  grant select to worker

table exchange.feedback_hand (row security, forced)
  feedback uuid not null
  number smallint not null
  receipt uuid not null
  person uuid not null
  PRIMARY KEY (feedback, number)
  FOREIGN KEY (feedback, number) REFERENCES exchange.feedback_version(feedback, number)
  FOREIGN KEY (receipt) REFERENCES circulation.receipt(id)
  index USING btree (receipt)
  policy tell for all to tracer using true check true
  policy below for select to portal using (EXISTS ( SELECT FROM circulation.receipt r WHERE (r.id = feedback_hand.receipt)))
  grant select to portal
  grant insert, select to tracer

table exchange.feedback_version (row security, forced)
  feedback uuid not null
  number smallint not null
  act text not null
  indicator text
  seen_from timestamp with time zone
  seen_until timestamp with time zone
  count integer
  quote text
  text text
  at timestamp with time zone not null
  PRIMARY KEY (feedback, number)
  FOREIGN KEY (feedback) REFERENCES exchange.feedback(id)
  CHECK (((count >= 1) AND (count <= 1000000000)))
  CHECK (((number >= 1) AND (number <= 99)))
  CHECK ((act = ANY (ARRAY['given'::text, 'changed'::text, 'withdrawn'::text])))
  policy tell for all to tracer using true check true
  policy parties for select to portal using ((EXISTS ( SELECT FROM exchange.feedback_hand h WHERE (h.feedback = feedback_version.feedback))) OR ((act = 'withdrawn'::text) AND (EXISTS ( SELECT FROM exchange.feedback f WHERE (f.id = feedback_version.feedback)))) OR ((EXISTS ( SELECT FROM exchange.feedback f WHERE (f.id = feedback_version.feedback))) AND exchange.feedback_stands(feedback)))
  grant select to portal
  grant insert, select to tracer

table exchange.known_word (row security, forced)
  body uuid not null
  kind text not null
  word text not null
  alike text not null
  head integer not null
  tail integer not null
  marks integer[] not null
  PRIMARY KEY (body, kind, word)
  FOREIGN KEY (body) REFERENCES parties.body(id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['name'::text, 'domain'::text, 'place'::text, 'person'::text, 'address'::text])))
  policy learn for insert to tracer check true
  policy forget for delete to tracer using true
  policy trace for select to tracer using true
  grant delete, insert, select to tracer

table exchange.message (row security, forced)
  id uuid not null default gen_random_uuid()
  report uuid not null
  seat uuid not null
  person uuid not null
  kind text not null
  text text not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  CHECK ((kind = ANY (ARRAY['question'::text, 'answer'::text, 'remark'::text])))
  index USING btree (report, at)
  policy said for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM exchange.source_reader x WHERE ((x.report = message.report) AND x.thread AND (x.until IS NULL)))))
  policy between for select to portal using (EXISTS ( SELECT FROM exchange.source_reader x WHERE ((x.report = message.report) AND x.thread AND ((x.until IS NULL) OR (message.at <= x.until)))))
  grant insert, select to portal

table exchange.obligation (row security, forced)
  id uuid not null
  report uuid not null
  realm uuid not null
  key text not null
  start_at timestamp with time zone
  certainty text
  due timestamp with time zone
  remind_at timestamp with time zone
  reminded_at timestamp with time zone
  state text not null
  reason text
  met_item uuid
  met_at timestamp with time zone
  missed_at timestamp with time zone
  planned_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  UNIQUE (report, key)
  PRIMARY KEY (id)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  CHECK (((state <> 'missed'::text) OR (missed_at IS NOT NULL)))
  CHECK (((state = 'cancelled'::text) = (reason IS NOT NULL)))
  CHECK ((certainty = ANY (ARRAY['known'::text, 'about'::text, 'earliest'::text, 'assumed'::text])))
  CHECK ((reason = ANY (ARRAY['trigger'::text, 'withdrawn'::text])))
  CHECK ((state = ANY (ARRAY['planned'::text, 'met'::text, 'missed'::text, 'cancelled'::text])))
  UNIQUE index USING btree (report, key)
  index USING btree (due) WHERE (state = 'planned'::text)
  index USING btree (remind_at) WHERE ((state = 'planned'::text) AND (reminded_at IS NULL))
  policy planned for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND exchange.is_source(report))
  policy between for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (EXISTS ( SELECT FROM exchange.source_reader x WHERE ((x.report = obligation.report) AND x.thread AND (x.until IS NULL)))))
  policy due for select to worker using true
  policy moved for update to portal using ((realm = ( SELECT acting.realm() AS realm)) AND exchange.is_source(report)) check ((realm = ( SELECT acting.realm() AS realm)) AND exchange.is_source(report))
  policy passed for update to worker using true check true
  grant insert, select, update (certainty, changed_at, due, met_at, met_item, reason, remind_at, reminded_at, start_at, state) to portal
  grant select, update (changed_at, missed_at, reminded_at, state) to worker

table exchange.obligation_start (row security, forced)
  obligation uuid not null
  item uuid not null
  start_at timestamp with time zone
  certainty text
  due timestamp with time zone
  at timestamp with time zone not null
  PRIMARY KEY (obligation, item)
  FOREIGN KEY (obligation) REFERENCES exchange.obligation(id)
  policy told for insert to portal check (EXISTS ( SELECT FROM exchange.obligation o WHERE ((o.id = obligation_start.obligation) AND exchange.is_source(o.report))))
  policy between for select to portal using (EXISTS ( SELECT FROM exchange.obligation o WHERE (o.id = obligation_start.obligation)))
  grant insert, select to portal

table exchange.offering (row security, forced)
  id uuid not null
  realm uuid not null
  hub uuid not null
  members text[] not null
  centre text[] not null
  given_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (hub) REFERENCES parties.seat(id)
  index USING btree (given_at DESC, id DESC)
  policy keep for all to tracer using true check true
  policy notify for select to worker using true
  policy part for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (exchange.offering_part(id) IS NOT NULL))
  grant select to portal
  grant insert, select, update (withdrawn_at) to tracer
  grant select to worker

table exchange.offering_extent (row security, forced)
  offering uuid not null
  number smallint not null
  to_members boolean not null
  to_centre text not null
  at timestamp with time zone not null
  PRIMARY KEY (offering, number)
  FOREIGN KEY (offering) REFERENCES exchange.offering(id)
  CHECK (((number >= 1) AND (number <= 999)))
  CHECK ((to_centre = ANY (ARRAY['no'::text, 'unnamed'::text, 'named'::text])))
  policy keep for all to tracer using true check true
  policy sides for select to portal using (exchange.offering_part(offering) = ANY (ARRAY['source'::text, 'hub'::text]))
  grant select to portal
  grant insert, select to tracer

table exchange.offering_pass (row security, forced)
  offering uuid not null
  to_whom text not null
  person uuid not null
  at timestamp with time zone not null
  ended_at timestamp with time zone
  PRIMARY KEY (offering, to_whom, at)
  FOREIGN KEY (offering) REFERENCES exchange.offering(id)
  CHECK ((to_whom = ANY (ARRAY['members'::text, 'centre'::text])))
  policy keep for all to tracer using true check true
  policy notify for select to worker using true
  policy sides for select to portal using (exchange.offering_part(offering) = ANY (ARRAY['source'::text, 'hub'::text]))
  grant select to portal
  grant insert, select, update (ended_at) to tracer
  grant select to worker

table exchange.offering_source (row security, forced)
  offering uuid not null
  seat uuid not null
  body uuid not null
  person uuid not null
  PRIMARY KEY (offering)
  FOREIGN KEY (offering) REFERENCES exchange.offering(id)
  policy keep for all to tracer using true check true
  policy named for select to portal using exchange.offering_named(offering)
  policy notify for select to worker using true
  grant select (body, offering, seat) to portal
  grant insert, select to tracer
  grant select (offering, seat) to worker

table exchange.offering_text (row security, forced)
  offering uuid not null
  title text not null
  body text not null
  marking smallint not null
  handling jsonb not null
  PRIMARY KEY (offering)
  FOREIGN KEY (offering) REFERENCES exchange.offering(id)
  policy keep for all to tracer using true check true
  policy open for select to portal using exchange.offering_open(offering)
  grant select to portal
  grant insert, select to tracer

table exchange.onward (row security, forced)
  item uuid not null
  reader uuid not null
  class text not null
  report uuid not null
  realm uuid not null
  at timestamp with time zone not null
  ended_at timestamp with time zone
  PRIMARY KEY (item, reader, class)
  FOREIGN KEY (item) REFERENCES exchange.report_version(item)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  index USING btree (reader, ended_at)
  index USING btree (report)
  policy keep for all to tracer using true check true
  policy ended for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (reader = ( SELECT acting.seat() AS seat)))
  grant select to portal
  grant insert, select, update to tracer

table exchange.provision (row security, forced)
  id uuid not null
  realm uuid not null
  created_at timestamp with time zone not null
  PRIMARY KEY (id)
  policy written for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND ( SELECT acting.has('draft-provisions'::text) AS has))
  policy reached for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (EXISTS ( SELECT FROM circulation.item i WHERE (i.subject = provision.id))))
  grant insert, select to portal

table exchange.provision_editor (row security, forced)
  item uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (item, person)
  FOREIGN KEY (item) REFERENCES exchange.provision_version(item) ON DELETE CASCADE
  policy hand for insert to portal check ((person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = provision_editor.item))))
  policy desk for select to portal using (EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = provision_editor.item)))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer

table exchange.provision_material (row security, forced)
  item uuid not null
  position smallint not null
  kind text not null
  title text not null
  reference text
  quote text
  PRIMARY KEY (item, "position")
  FOREIGN KEY (item) REFERENCES exchange.provision_version(item) ON DELETE CASCADE
  CHECK ((("position" >= 1) AND ("position" <= 50)))
  CHECK ((kind = ANY (ARRAY['public'::text, 'partner'::text, 'agency'::text, 'own'::text])))
  policy made_from for insert to portal check ((EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = provision_material.item))) AND (EXISTS ( SELECT FROM circulation.item i WHERE ((i.id = provision_material.item) AND (i.sent IS NULL)))))
  policy unmade for delete to portal using ((EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = provision_material.item))) AND (EXISTS ( SELECT FROM circulation.item i WHERE ((i.id = provision_material.item) AND (i.sent IS NULL)))))
  policy desk for select to portal using (EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = provision_material.item)))
  grant delete, insert, select to portal

table exchange.provision_origin (row security, forced)
  item uuid not null
  report uuid not null
  PRIMARY KEY (item, report)
  FOREIGN KEY (item) REFERENCES exchange.provision_version(item) ON DELETE CASCADE
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  policy made_from for insert to portal check ((EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = provision_origin.item))) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = provision_origin.report))))
  policy unmade for delete to portal using ((EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = provision_origin.item))) AND (EXISTS ( SELECT FROM circulation.item i WHERE ((i.id = provision_origin.item) AND (i.sent IS NULL)))))
  policy desk for select to portal using (EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = provision_origin.item)))
  policy trace for select to tracer using true
  grant delete, insert, select to portal
  grant select to tracer

table exchange.provision_version (row security, forced)
  item uuid not null
  provision uuid not null
  number smallint not null
  kind text not null
  body text not null
  tempo text not null
  acknowledge_by timestamp with time zone
  stage text not null default 'first'::text
  UNIQUE (provision, number)
  PRIMARY KEY (item)
  FOREIGN KEY (item) REFERENCES circulation.item(id) ON DELETE CASCADE
  FOREIGN KEY (provision) REFERENCES exchange.provision(id)
  CHECK (((number >= 1) AND (number <= 999)))
  CHECK ((stage = ANY (ARRAY['first'::text, 'update'::text, 'correction'::text, 'recall'::text])))
  CHECK ((tempo = ANY (ARRAY['relay'::text, 'direct'::text])))
  UNIQUE index USING btree (provision, number)
  policy written for insert to portal check (( SELECT acting.has('draft-provisions'::text) AS has) AND (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = provision_version.item) AND (i.subject = provision_version.provision) AND (i.sent IS NULL)))))
  policy lapse for select to worker using true
  policy reached for select to portal using (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = provision_version.item)))
  policy trace for select to tracer using true
  policy edited for update to portal using (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = provision_version.item) AND (i.sent IS NULL)))) check (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = provision_version.item) AND (i.sent IS NULL))))
  grant insert, select, update (acknowledge_by, body, kind, tempo) to portal
  grant select to tracer
  grant select to worker

table exchange.provision_work (row security, forced)
  item uuid not null
  seat uuid not null
  revision integer not null default 1
  updated_at timestamp with time zone not null
  asked_at timestamp with time zone
  reasons jsonb not null default '[]'::jsonb
  asks_sources boolean not null default false
  PRIMARY KEY (item)
  FOREIGN KEY (item) REFERENCES exchange.provision_version(item) ON DELETE CASCADE
  policy begun for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = provision_work.item) AND r.author))))
  policy desk for select to portal using (seat = ( SELECT acting.seat() AS seat))
  policy lapse for select to worker using true
  policy trace for select to tracer using true
  policy gone_on for update to portal using (seat = ( SELECT acting.seat() AS seat)) check (seat = ( SELECT acting.seat() AS seat))
  grant insert, select, update (asked_at, asks_sources, reasons, revision, updated_at) to portal
  grant select to tracer
  grant select (item, seat) to worker

table exchange.relay_note (row security, forced)
  id uuid not null default gen_random_uuid()
  report uuid not null
  item uuid not null
  from_seat uuid not null
  to_seat uuid not null
  note text
  at timestamp with time zone not null
  UNIQUE (item, from_seat, to_seat)
  PRIMARY KEY (id)
  FOREIGN KEY (item) REFERENCES circulation.item(id)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  UNIQUE index USING btree (item, from_seat, to_seat)
  index USING btree (report)
  policy noted for insert to portal check ((from_seat = ( SELECT acting.seat() AS seat)) AND (EXISTS ( SELECT FROM circulation.item i WHERE ((i.id = relay_note.item) AND (i.subject = relay_note.report)))))
  policy beside for select to portal using ((from_seat = ( SELECT acting.seat() AS seat)) OR (to_seat = ( SELECT acting.seat() AS seat)))
  grant insert, select to portal

table exchange.report (row security, forced)
  id uuid not null
  realm uuid not null
  sector text not null
  created_at timestamp with time zone not null
  kind text not null
  route text not null
  PRIMARY KEY (id)
  CHECK ((route = ANY (ARRAY['report'::text, 'contribution'::text])))
  policy written for insert to portal check (realm = ( SELECT acting.realm() AS realm))
  policy reached for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (EXISTS ( SELECT FROM circulation.item i WHERE (i.subject = report.id))))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer

table exchange.report_link (row security, forced)
  id uuid not null
  one uuid not null
  other uuid not null
  kind text not null
  reason text not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  PRIMARY KEY (id)
  FOREIGN KEY (one) REFERENCES exchange.report(id)
  FOREIGN KEY (other) REFERENCES exchange.report(id)
  CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  CHECK ((kind = ANY (ARRAY['duplicate'::text, 'related'::text])))
  CHECK ((one < other))
  UNIQUE index USING btree (seat, one, other) WHERE (ended_at IS NULL)
  index USING btree (other)
  policy linked for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('triage-reports'::text) AS has) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = report_link.one))) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = report_link.other))))
  policy desk for select to portal using ((seat = ( SELECT acting.seat() AS seat)) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = report_link.one))) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = report_link.other))))
  policy unlinked for update to portal using ((seat = ( SELECT acting.seat() AS seat)) AND ( SELECT acting.has('triage-reports'::text) AS has) AND (ended_at IS NULL)) check ((seat = ( SELECT acting.seat() AS seat)) AND (ended_by = ( SELECT acting.person() AS person)))
  grant insert, select, update (ended_at, ended_by) to portal

table exchange.report_version (row security, forced)
  item uuid not null
  report uuid not null
  number smallint not null
  stage text not null
  event_type text
  cause_types text[] not null
  codes_version text not null
  occurred_at jsonb
  detected_at jsonb
  summary text
  answers jsonb not null
  form text not null
  form_version integer not null
  submitted_at timestamp with time zone not null
  UNIQUE (report, number)
  PRIMARY KEY (item)
  FOREIGN KEY (item) REFERENCES circulation.item(id)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  CHECK (((number >= 1) AND (number <= 999)))
  CHECK ((stage = ANY (ARRAY['first'::text, 'follow-up'::text, 'final'::text, 'correction'::text, 'withdrawal'::text])))
  UNIQUE index USING btree (report, number)
  policy written for insert to portal check (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = report_version.item) AND (i.subject = report_version.report) AND (i.sent IS NULL))))
  policy reached for select to portal using (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = report_version.item)))
  policy tally for select to tallier using true
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tallier
  grant select to tracer

table exchange.severity (row security, forced)
  report uuid not null
  seat uuid not null
  number smallint not null
  service smallint not null
  safety smallint not null
  other smallint not null
  overall smallint not null default GREATEST(service, safety, other)
  early boolean not null
  reason text not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (report, seat, number)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  CHECK (((number >= 1) AND (number <= 999)))
  CHECK (((other >= 0) AND (other <= 4)))
  CHECK (((safety >= 0) AND (safety <= 4)))
  CHECK (((service >= 0) AND (service <= 4)))
  policy judged for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('triage-reports'::text) AS has) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = severity.report))))
  policy desk for select to portal using ((seat = ( SELECT acting.seat() AS seat)) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = severity.report))))
  grant insert, select to portal

table exchange.source (row security, forced)
  report uuid not null
  seat uuid not null
  body uuid not null
  contact uuid
  contact_name text not null
  contact_phone text
  contact_email text
  name_to_cs boolean not null
  copied boolean not null
  answers jsonb not null default '{}'::jsonb
  PRIMARY KEY (report)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  policy enter for insert to tracer check (contact IS NULL)
  policy mine for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (body = ( SELECT acting.body() AS body)) AND (contact = ( SELECT acting.person() AS person)))
  policy known for select to portal using ((EXISTS ( SELECT FROM exchange.source_reader x WHERE (x.report = source.report))) AND (EXISTS ( SELECT FROM circulation.item i WHERE (i.subject = source.report))))
  policy sign_for for select to worker using true
  policy tally for select to tallier using true
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select (body, report) to tallier
  grant insert, select to tracer
  grant select (contact, report, seat) to worker

table exchange.source_answers (row security, forced)
  item uuid not null
  report uuid not null
  number smallint not null
  answers jsonb not null
  PRIMARY KEY (item)
  FOREIGN KEY (item) REFERENCES exchange.report_version(item)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  index USING btree (report, number)
  policy told for insert to portal check (exchange.is_source(report) AND (EXISTS ( SELECT FROM exchange.report_version v WHERE ((v.item = source_answers.item) AND (v.report = source_answers.report) AND (v.number = source_answers.number)))))
  policy known for select to portal using ((EXISTS ( SELECT FROM exchange.source_reader x WHERE (x.report = source_answers.report))) AND (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = source_answers.item))))
  grant insert, select to portal

table exchange.source_reader (row security, forced)
  report uuid not null
  reader uuid not null
  thread boolean not null
  told_at timestamp with time zone not null
  until timestamp with time zone
  PRIMARY KEY (report, reader)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  policy tell for all to tracer using true check true
  policy handed_to for insert to tracer check true
  policy told for insert to portal check exchange.is_source(report)
  policy handed_whole for delete to tracer using true
  policy handed for select to tracer using true
  policy notify for select to worker using true
  policy own for select to portal using (reader = ANY (( SELECT acting.me() AS me)::uuid[]))
  policy tell_duties for select to worker using thread
  policy handed_from for update to tracer using true check true
  grant insert, select to portal
  grant delete, insert, select, update (thread, until) to tracer
  grant select (reader, report, thread, until) to worker

table exchange.told_before (row security, forced)
  report uuid not null
  reader uuid not null
  told_at timestamp with time zone not null
  ended_at timestamp with time zone not null
  PRIMARY KEY (report, reader, ended_at)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  policy keep for insert to tracer check true
  policy parties for select to portal using ((EXISTS ( SELECT FROM exchange.source_reader x WHERE ((x.report = told_before.report) AND x.thread))) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = told_before.report))))
  grant select to portal
  grant insert to tracer

table exchange.triage (row security, forced)
  report uuid not null
  seat uuid not null
  state text not null
  reason text
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (report, seat, at)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  CHECK ((state = ANY (ARRAY['received'::text, 'analysing'::text, 'to-provide'::text, 'held'::text, 'for-reference'::text, 'closed'::text])))
  policy decided for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = triage.report))))
  policy own for select to portal using ((seat = ( SELECT acting.seat() AS seat)) AND (EXISTS ( SELECT FROM exchange.report p WHERE (p.id = triage.report))))
  grant insert, select to portal

table exchange.urgent_release (row security, forced)
  item uuid not null
  shown bytea not null
  seat uuid not null
  person uuid not null
  reason text not null
  at timestamp with time zone not null
  PRIMARY KEY (item, shown)
  FOREIGN KEY (item) REFERENCES exchange.provision_version(item) ON DELETE CASCADE
  policy second_person for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('approve-provisions'::text) AS has) AND (EXISTS ( SELECT FROM exchange.provision_work w WHERE (w.item = urgent_release.item))) AND (EXISTS ( SELECT FROM exchange.asking a WHERE ((a.item = urgent_release.item) AND (a.shown = urgent_release.shown)))) AND (NOT (EXISTS ( SELECT FROM exchange.provision_editor e WHERE ((e.item = urgent_release.item) AND (e.person = ( SELECT acting.person() AS person)))))))
  policy parties for select to portal using (EXISTS ( SELECT FROM exchange.asking a WHERE ((a.item = urgent_release.item) AND (a.shown = urgent_release.shown))))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer

table files.attachment (row security, forced)
  id uuid not null
  item uuid not null
  position smallint not null
  content uuid not null
  name text not null
  kind text not null
  size integer not null
  digest bytea not null
  UNIQUE (item, "position")
  PRIMARY KEY (id)
  FOREIGN KEY (content) REFERENCES files.content(id)
  FOREIGN KEY (item) REFERENCES circulation.item(id) ON DELETE CASCADE
  CHECK ((("position" >= 1) AND ("position" <= 20)))
  CHECK (((size >= 1) AND (size <= 10485760)))
  UNIQUE index USING btree (item, "position")
  index USING btree (content)
  policy carry for all to porter using true check true
  policy taken_off for delete to portal using (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = attachment.item) AND (i.sent IS NULL))))
  policy clear for select to worker using true
  policy trace for select to tracer using true
  policy with_item for select to portal using (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = attachment.item)))
  grant delete, select to portal
  grant insert, select to porter
  grant select (digest, item, name, position) to tracer
  grant select to worker

table files.chunk (row security, forced)
  content uuid not null
  position smallint not null
  bytes bytea not null
  PRIMARY KEY (content, "position")
  FOREIGN KEY (content) REFERENCES files.content(id) ON DELETE CASCADE
  CHECK ((("position" >= 1) AND ("position" <= 20)))
  CHECK ((octet_length(bytes) <= 524288))
  policy brought for insert to portal check ((EXISTS ( SELECT FROM files.held h WHERE (h.content = chunk.content))) AND (NOT (EXISTS ( SELECT FROM files.attachment a WHERE (a.content = chunk.content)))))
  policy seen for select to portal using (EXISTS ( SELECT FROM files.content c WHERE (c.id = chunk.content)))
  grant insert, select to portal

table files.content (row security, forced)
  id uuid not null
  realm uuid not null
  brought_at timestamp with time zone not null
  PRIMARY KEY (id)
  policy carry for all to porter using true check true
  policy cleared for delete to worker using true
  policy clear for select to worker using true
  policy seen for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND ((EXISTS ( SELECT FROM files.held h WHERE (h.content = content.id))) OR (EXISTS ( SELECT FROM files.attachment a WHERE (a.content = content.id)))))
  grant select to portal
  grant insert, select to porter
  grant delete, select to worker

table files.held (row security, forced)
  id uuid not null
  content uuid not null
  person uuid not null
  seat uuid not null
  realm uuid not null
  draft uuid not null
  name text not null
  kind text not null
  size integer not null
  digest bytea not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (content) REFERENCES files.content(id)
  CHECK (((size >= 1) AND (size <= 10485760)))
  index USING btree (content)
  index USING btree (person, seat, realm, at)
  policy carry for all to porter using true check true
  policy cleared for delete to worker using true
  policy thrown_away for delete to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)))
  policy clear for select to worker using true
  policy mine for select to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)))
  grant delete, select to portal
  grant delete, insert, select to porter
  grant delete, select to worker

table files.reading (row security, forced)
  content uuid not null
  text text not null
  unread boolean not null
  PRIMARY KEY (content)
  FOREIGN KEY (content) REFERENCES files.content(id) ON DELETE CASCADE
  policy carry for all to porter using true check true
  policy seen for select to portal using (EXISTS ( SELECT FROM files.content c WHERE (c.id = reading.content)))
  grant select to portal
  grant insert, select to porter

table forms.draft (row security, forced)
  id uuid not null
  seat uuid not null
  person uuid not null
  realm uuid not null
  kind text not null
  form_key text
  form_version integer
  content jsonb not null
  revision integer not null
  saved_at timestamp with time zone not null
  PRIMARY KEY (person, seat, realm, id)
  CHECK ((revision >= 1))
  index USING btree (person, seat, realm, saved_at DESC, id)
  policy begun for insert to portal check ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)))
  policy thrown_away for delete to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)))
  policy mine for select to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)))
  policy succeeded for select to worker using (EXISTS ( SELECT FROM parties.succession s WHERE ((s.seat = draft.seat) AND (s.done_at IS NOT NULL) AND ((draft.person = s.person) OR (draft.person = s.accepted_by)))))
  policy gone_on for update to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm))) check ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)))
  policy passes for update to worker using (EXISTS ( SELECT FROM parties.succession s WHERE ((s.seat = draft.seat) AND (s.person = draft.person) AND (s.done_at IS NOT NULL)))) check (EXISTS ( SELECT FROM parties.succession s WHERE ((s.seat = draft.seat) AND (s.accepted_by = draft.person) AND (s.done_at IS NOT NULL))))
  grant delete, insert, select, update (content, form_key, form_version, kind, revision, saved_at) to portal
  grant select, update (person) to worker

table journal.actor (row security, forced)
  entry uuid not null
  seat uuid not null
  person uuid not null
  PRIMARY KEY (entry)
  FOREIGN KEY (entry) REFERENCES journal.entry(id)
  index USING btree (seat)
  policy sign for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)))
  policy sign_as for insert to worker check true
  policy all_of_it for select to worker using true
  policy mine for select to portal using (seat = ( SELECT acting.seat() AS seat))
  grant insert, select to portal
  grant insert, select to worker

table journal.batch (row security, forced)
  number bigint not null
  root bytea not null
  seed bytea not null
  sealed_at timestamp with time zone not null
  PRIMARY KEY (number)
  CHECK ((length(root) = 32))
  CHECK ((length(seed) = 32))
  CHECK ((number >= 0))
  policy seal for insert to worker check true
  policy all_of_it for select to sealer, worker using true
  policy open for select to portal using true
  grant select (number, root, sealed_at) to portal
  grant select to sealer
  grant insert, select to worker

table journal.checkpoint (row security, forced)
  size bigint not null
  root bytea not null
  note text not null
  sealed_at timestamp with time zone not null
  PRIMARY KEY (size)
  CHECK ((length(root) = 32))
  policy seal for insert to worker check true
  policy all_of_it for select to worker using true
  policy open for select to portal using true
  grant select to portal
  grant insert, select to worker

table journal.cursor (row security, forced)
  reaction text not null
  xact xid8 not null
  seq bigint not null
  failures integer not null default 0
  last_error text
  at timestamp with time zone not null
  PRIMARY KEY (reaction)
  policy keep for all to worker using true check true
  grant insert, select, update to worker

table journal.entry (row security, forced)
  id uuid not null default gen_random_uuid()
  seq bigint not null identity
  xact xid8 not null default pg_current_xact_id()
  at timestamp with time zone not null
  realm uuid not null
  fact text not null
  subject uuid not null
  open_to text not null
  detail jsonb
  UNIQUE (id)
  PRIMARY KEY (xact, seq)
  CHECK ((fact ~ '^[a-z-]+\.[a-z-]+$'::text))
  CHECK ((open_to = ANY (ARRAY['actor'::text, 'reached'::text])))
  UNIQUE index USING btree (id)
  index USING btree (realm, fact, at)
  index USING btree (realm, fact, at) WHERE (open_to = 'reached'::text)
  index USING btree (subject, at)
  policy not_halted (restrictive) for insert to portal check ((( SELECT acting.halted() AS halted) IS NULL) OR starts_with(fact, 'session.'::text))
  policy write for insert to portal check (realm = ( SELECT acting.realm() AS realm))
  policy write_as for insert to worker check true
  policy all_of_it for select to tallier, worker using true
  policy mine for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (EXISTS ( SELECT FROM journal.actor a WHERE (a.entry = entry.id))))
  policy reached for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (open_to = 'reached'::text) AND (EXISTS ( SELECT FROM circulation.reach r WHERE (r.item = entry.subject))))
  grant insert (at, detail, fact, id, open_to, realm, subject), select (at, detail, fact, id, open_to, realm, subject) to portal
  grant select to tallier
  grant insert (at, detail, fact, id, open_to, realm, subject), select to worker

table journal.leaf (row security, forced)
  entry uuid not null
  batch bigint not null
  place smallint not null
  hash bytea not null
  who text not null
  UNIQUE (batch, place)
  PRIMARY KEY (entry)
  FOREIGN KEY (batch) REFERENCES journal.batch(number)
  FOREIGN KEY (entry) REFERENCES journal.entry(id)
  CHECK (((place >= 0) AND (place <= 255)))
  CHECK ((length(hash) = 32))
  UNIQUE index USING btree (batch, place)
  policy seal for insert to worker check true
  policy all_of_it for select to sealer, worker using true
  policy seen for select to portal using (EXISTS ( SELECT FROM journal.entry e WHERE (e.id = leaf.entry)))
  grant select to portal
  grant select to sealer
  grant insert, select to worker

table journal.salt (row security, forced)
  entry uuid not null
  salt bytea not null
  PRIMARY KEY (entry)
  FOREIGN KEY (entry) REFERENCES journal.leaf(entry)
  CHECK ((length(salt) = 32))
  policy seal for insert to worker check true
  policy all_of_it for select to worker using true
  policy known for select to portal using (EXISTS ( SELECT FROM journal.actor a WHERE (a.entry = salt.entry)))
  grant select to portal
  grant insert, select to worker

table mode.act (row security, forced)
  id uuid not null
  realm uuid not null
  verb text not null
  mode text not null
  sectors text[] not null
  regions text[] not null
  basis text not null
  authority text not null
  asked_from timestamp with time zone not null
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  CHECK (((verb <> 'declare'::text) OR (cardinality(sectors) > 0)))
  CHECK (((verb = 'stand-down'::text) OR ((cardinality(sectors) + cardinality(regions)) > 0)))
  CHECK ((length(authority) > 0))
  CHECK ((length(basis) > 0))
  CHECK ((verb = ANY (ARRAY['declare'::text, 'widen'::text, 'narrow'::text, 'stand-down'::text])))
  index USING btree (realm, at)
  policy begun for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('declare-mode'::text) AS has))
  policy confirmed for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND ((seat = ( SELECT acting.seat() AS seat)) OR (EXISTS ( SELECT FROM mode.confirmation c WHERE (c.act = act.id)))))
  policy timed for select to tallier using true
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tallier
  grant select to tracer

table mode.confirmation (row security, forced)
  act uuid not null
  realm uuid not null
  position integer not null
  declaration uuid not null
  mode text not null
  sectors text[] not null
  regions text[] not null
  takes_effect timestamp with time zone not null
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  UNIQUE (realm, "position")
  PRIMARY KEY (act)
  FOREIGN KEY (act) REFERENCES mode.act(id)
  FOREIGN KEY (declaration) REFERENCES mode.act(id)
  CHECK (("position" > 0))
  UNIQUE index USING btree (realm, "position")
  index USING btree (realm, takes_effect)
  policy second_person for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('confirm-mode'::text) AS has) AND mode.is_second(act, takes_effect))
  policy in_realm for select to portal using (realm = ( SELECT acting.realm() AS realm))
  policy timed for select to tallier using true
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tallier
  grant select to tracer

table mode.place (row security, forced)
  declaration uuid not null
  seat uuid not null
  realm uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (declaration, seat)
  FOREIGN KEY (declaration) REFERENCES mode.act(id)
  policy own_seat for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('join-mode'::text) AS has) AND (EXISTS ( SELECT FROM mode.confirmation c WHERE (c.act = place.declaration))))
  policy in_realm for select to portal using (realm = ( SELECT acting.realm() AS realm))
  policy timed for select to tallier using true
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tallier
  grant select to tracer

table mode.withdrawal (row security, forced)
  act uuid not null
  realm uuid not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (act)
  FOREIGN KEY (act) REFERENCES mode.act(id)
  policy taken_back for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('declare-mode'::text) AS has) AND (EXISTS ( SELECT FROM mode.act a WHERE ((a.id = withdrawal.act) AND (a.seat = ( SELECT acting.seat() AS seat))))) AND (NOT (EXISTS ( SELECT FROM mode.confirmation c WHERE (c.act = withdrawal.act)))))
  policy own_desk for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer

table notices.address_state (row security, forced)
  person uuid not null
  address text not null
  failures integer not null
  code text not null
  since timestamp with time zone not null
  last_at timestamp with time zone not null
  stopped_at timestamp with time zone
  PRIMARY KEY (person)
  policy work for all to worker using true check true
  policy again for delete to portal using (person = ( SELECT acting.person() AS person))
  policy own for select to portal using (person = ( SELECT acting.person() AS person))
  grant delete, select to portal
  grant delete, insert, select, update to worker

table notices.mail_certificate (row security, forced)
  person uuid not null
  pem text not null
  fingerprint text not null
  subject text not null
  issuer text not null
  expires_at timestamp with time zone not null
  content boolean not null
  added_at timestamp with time zone not null
  PRIMARY KEY (person)
  index USING btree (expires_at)
  policy brought for insert to portal check (person = ( SELECT acting.person() AS person))
  policy taken_back for delete to portal using (person = ( SELECT acting.person() AS person))
  policy own for select to portal using (person = ( SELECT acting.person() AS person))
  policy work for select to worker using true
  policy replaced for update to portal using (person = ( SELECT acting.person() AS person)) check (person = ( SELECT acting.person() AS person))
  grant delete, insert, select, update (added_at, content, expires_at, fingerprint, issuer, pem, subject) to portal
  grant select to worker

table notices.mail_key (row security, forced)
  person uuid not null
  armored text not null
  fingerprint text not null
  user_id text not null
  expires_at timestamp with time zone
  content boolean not null
  added_at timestamp with time zone not null
  PRIMARY KEY (person)
  index USING btree (expires_at)
  policy brought for insert to portal check (person = ( SELECT acting.person() AS person))
  policy taken_back for delete to portal using (person = ( SELECT acting.person() AS person))
  policy own for select to portal using (person = ( SELECT acting.person() AS person))
  policy work for select to worker using true
  policy replaced for update to portal using (person = ( SELECT acting.person() AS person)) check (person = ( SELECT acting.person() AS person))
  grant delete, insert, select, update (added_at, armored, content, expires_at, fingerprint, user_id) to portal
  grant select to worker

table notices.notice (row security, forced)
  id uuid not null default gen_random_uuid()
  cause uuid not null
  person uuid not null
  seat uuid not null
  realm uuid not null
  why text not null
  kind text
  item uuid
  receipt uuid
  about uuid
  urgent boolean not null
  sector text
  marking smallint
  at timestamp with time zone not null
  read_at timestamp with time zone
  mail_due timestamp with time zone
  mailed_at timestamp with time zone
  rehearsal text
  UNIQUE (cause, person, seat)
  PRIMARY KEY (id)
  CHECK ((rehearsal = ANY (ARRAY['drill'::text, 'exercise'::text])))
  CHECK ((why ~ '^[a-z]+(-[a-z]+)*$'::text))
  UNIQUE index USING btree (cause, person, seat)
  index USING btree (about) WHERE (read_at IS NULL)
  index USING btree (at)
  index USING btree (item, seat) WHERE (read_at IS NULL)
  index USING btree (mail_due) WHERE (mailed_at IS NULL)
  index USING btree (person, seat, realm) WHERE (read_at IS NULL)
  index USING btree (person, seat, realm, at DESC, id DESC)
  policy work for all to worker using true check true
  policy own for select to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)))
  policy settle for update to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm))) check ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)))
  grant select, update (read_at) to portal
  grant delete, insert, select, update to worker

table notices.push (row security, forced)
  device uuid not null
  notice uuid not null
  text text not null
  mark text not null
  urgent boolean not null
  created_at timestamp with time zone not null
  next_try timestamp with time zone
  claimed_at timestamp with time zone
  tries smallint not null default 0
  sent_at timestamp with time zone
  failed text
  PRIMARY KEY (device, notice)
  FOREIGN KEY (device) REFERENCES notices.push_device(id)
  FOREIGN KEY (notice) REFERENCES notices.notice(id) ON DELETE CASCADE
  CHECK ((mark = ANY (ARRAY['live'::text, 'drill'::text, 'exercise'::text, 'real'::text])))
  index USING btree (next_try) WHERE ((sent_at IS NULL) AND (failed IS NULL) AND (next_try IS NOT NULL))
  index USING btree (notice)
  policy work for all to worker using true check true
  grant delete, insert, select, update to worker

table notices.push_device (row security, forced)
  id uuid not null
  person uuid not null
  endpoint text not null
  p256dh text not null
  auth text not null
  label text not null
  added_at timestamp with time zone not null
  told_at timestamp with time zone
  ended_at timestamp with time zone
  ended_why text
  PRIMARY KEY (id)
  CHECK (((ended_at IS NULL) = (ended_why IS NULL)))
  CHECK ((ended_why = ANY (ARRAY['removed'::text, 'gone'::text])))
  CHECK ((endpoint ~~ 'https://%'::text))
  UNIQUE index USING btree (person, endpoint) WHERE (ended_at IS NULL)
  index USING btree (person, added_at DESC)
  policy added for insert to portal check ((person = ( SELECT acting.person() AS person)) AND (ended_at IS NULL))
  policy own for select to portal using (person = ( SELECT acting.person() AS person))
  policy work for select to worker using true
  policy gone for update to worker using true check true
  policy removed for update to portal using ((person = ( SELECT acting.person() AS person)) AND (ended_at IS NULL)) check ((person = ( SELECT acting.person() AS person)) AND (ended_why = 'removed'::text))
  grant insert (added_at, auth, endpoint, id, label, p256dh, person), select (added_at, ended_at, ended_why, endpoint, id, label, person, told_at), update (ended_at, ended_why) to portal
  grant select, update (ended_at, ended_why, told_at) to worker

table notices.return_path (row security, forced)
  token bytea not null
  kind text not null
  person uuid not null
  address text not null
  seat uuid not null
  realm uuid not null
  receipt uuid
  until timestamp with time zone not null
  used_at timestamp with time zone
  PRIMARY KEY (token)
  CHECK ((kind = ANY (ARRAY['reply'::text, 'bounce'::text])))
  CHECK ((length(token) = 32))
  index USING btree (until)
  policy work for all to worker using true check true
  grant delete, insert, select, update to worker

table notices.setting (row security, forced)
  person uuid not null
  seat uuid not null
  mail text not null
  digest_at text not null
  only_urgent boolean not null
  kinds text[]
  sectors text[]
  marks text[]
  quiet_from text
  quiet_to text
  changed_at timestamp with time zone not null
  PRIMARY KEY (person, seat)
  CHECK ((digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$'::text))
  CHECK ((mail = ANY (ARRAY['each'::text, 'hourly'::text, 'daily'::text, 'none'::text])))
  CHECK ((num_nonnulls(quiet_from, quiet_to) <> 1))
  CHECK ((quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'::text))
  CHECK ((quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'::text))
  policy first for insert to portal check ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)))
  policy own for select to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)))
  policy work for select to worker using true
  policy change for update to portal using ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat))) check ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)))
  grant insert, select, update (changed_at, digest_at, kinds, mail, marks, only_urgent, quiet_from, quiet_to, sectors) to portal
  grant select to worker

table parties.agreement (row security, forced)
  id uuid not null
  hub uuid not null
  hub_body uuid not null
  seat uuid not null
  body uuid not null
  circle uuid
  kinds text[] not null
  members_known boolean not null default false
  version text not null
  text text not null
  hash text not null
  signed_by text not null
  person uuid not null
  valid_from timestamp with time zone not null
  valid_until timestamp with time zone not null
  proposed_at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (circle, hub) REFERENCES parties.circle(id, secretariat)
  FOREIGN KEY (hub, hub_body) REFERENCES parties.seat(id, body)
  FOREIGN KEY (seat, body) REFERENCES parties.seat(id, body)
  CHECK (((cardinality(kinds) >= 1) AND (cardinality(kinds) <= 10)))
  CHECK (((hub <> seat) AND (hub_body <> body)))
  CHECK ((hash = encode(sha256(convert_to(text, 'UTF8'::name)), 'hex'::text)))
  CHECK ((valid_until > valid_from))
  index USING btree (circle) WHERE (circle IS NOT NULL)
  index USING btree (hub, seat)
  index USING btree (seat)
  policy proposed for insert to portal check ((hub = ( SELECT acting.seat() AS seat)) AND (hub_body = ( SELECT acting.body() AS body)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-agreements'::text) AS has))
  policy both_sides for select to portal using ((hub = ( SELECT acting.seat() AS seat)) OR (seat = ( SELECT acting.seat() AS seat)))
  policy door for select to circulator, tracer using true
  grant select to circulator
  grant insert, select to portal
  grant select to tracer

table parties.agreement_answer (row security, forced)
  agreement uuid not null
  seat uuid not null
  person uuid not null
  accepted boolean not null
  hash text not null
  signed_by text not null
  at timestamp with time zone not null
  PRIMARY KEY (agreement)
  FOREIGN KEY (agreement) REFERENCES parties.agreement(id)
  policy answered for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-agreements'::text) AS has) AND (EXISTS ( SELECT FROM parties.agreement a WHERE ((a.id = agreement_answer.agreement) AND (a.seat = ( SELECT acting.seat() AS seat)) AND (a.hash = agreement_answer.hash)))))
  policy ask for select to tracer using true
  policy both_sides for select to portal using (EXISTS ( SELECT FROM parties.agreement a WHERE (a.id = agreement_answer.agreement)))
  policy door for select to circulator using true
  grant select to circulator
  grant insert, select to portal
  grant select to tracer

table parties.agreement_end (row security, forced)
  agreement uuid not null
  seat uuid not null
  person uuid not null
  reason text not null
  at timestamp with time zone not null
  PRIMARY KEY (agreement)
  FOREIGN KEY (agreement) REFERENCES parties.agreement(id)
  policy ended for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-agreements'::text) AS has) AND (EXISTS ( SELECT FROM parties.agreement a WHERE (a.id = agreement_end.agreement))))
  policy ask for select to tracer using true
  policy both_sides for select to portal using (EXISTS ( SELECT FROM parties.agreement a WHERE (a.id = agreement_end.agreement)))
  policy door for select to circulator using true
  grant select to circulator
  grant insert, select to portal
  grant select to tracer

table parties.attestation (row security, forced)
  id uuid not null
  body uuid not null
  seat uuid not null
  person uuid not null
  points smallint not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  CHECK ((points > 0))
  index USING btree (body, at)
  policy said for insert to portal check ((body = ( SELECT acting.body() AS body)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-contacts'::text) AS has))
  policy near for select to portal using ((body = ( SELECT acting.body() AS body)) OR (EXISTS ( SELECT FROM parties.supervision s WHERE ((s.body = attestation.body) AND (s.seat = ( SELECT acting.seat() AS seat)) AND (s.valid_from <= ( SELECT acting.day() AS day)) AND ((s.valid_to IS NULL) OR (s.valid_to > ( SELECT acting.day() AS day)))))))
  policy tally for select to tallier using true
  grant insert, select to portal
  grant select to tallier

table parties.attestation_due (row security, forced)
  body uuid not null
  due timestamp with time zone not null
  late_at timestamp with time zone
  asked_at timestamp with time zone
  PRIMARY KEY (body)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  index USING btree (due) WHERE (asked_at IS NULL)
  index USING btree (due) WHERE (late_at IS NULL)
  policy again for insert to portal check ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has))
  policy chase_begin for insert to worker check true
  policy chase for select to tallier, worker using true
  policy near for select to portal using ((body = ( SELECT acting.body() AS body)) OR (EXISTS ( SELECT FROM parties.supervision s WHERE ((s.body = attestation_due.body) AND (s.seat = ( SELECT acting.seat() AS seat)) AND (s.valid_from <= ( SELECT acting.day() AS day)) AND ((s.valid_to IS NULL) OR (s.valid_to > ( SELECT acting.day() AS day)))))))
  policy chase_on for update to worker using true check true
  policy moved for update to portal using ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has)) check ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has))
  grant insert, select, update (asked_at, due, late_at) to portal
  grant select to tallier
  grant insert, select, update (asked_at, late_at) to worker

table parties.body (row security, forced)
  id uuid not null default gen_random_uuid()
  key text
  kind text not null
  name_ja text not null
  name_en text not null
  kana text not null default ''::text
  alias text[] not null default '{}'::text[]
  domains text[] not null default '{}'::text[]
  place text
  open boolean not null default false
  fictitious boolean not null default false
  valid_from date not null
  valid_to date
  UNIQUE (key)
  PRIMARY KEY (id)
  CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  UNIQUE index USING btree (key)
  policy found for all to worker using true check true
  policy enrol for insert to portal check ( SELECT acting.has('manage-accounts'::text) AS has)
  policy door for select to acting_door, circulator, finder, tallier, tracer using true
  policy hosting for select to host using true
  policy known for select to portal using (open OR (id = ( SELECT acting.body() AS body)) OR ( SELECT acting.has('know-bodies'::text) AS has) OR ( SELECT acting.has('manage-accounts'::text) AS has) OR (EXISTS ( SELECT FROM parties.supervision s WHERE ((s.body = body.id) AND (s.seat = ( SELECT acting.seat() AS seat)) AND (s.valid_from <= ( SELECT acting.day() AS day)) AND ((s.valid_to IS NULL) OR (s.valid_to > ( SELECT acting.day() AS day)))))) OR (EXISTS ( SELECT FROM parties.agreement a WHERE ((a.body = body.id) AND (a.hub = ( SELECT acting.seat() AS seat))))) OR (EXISTS ( SELECT FROM parties.agreement a WHERE ((a.hub_body = body.id) AND (a.seat = ( SELECT acting.seat() AS seat))))) OR (EXISTS ( SELECT FROM parties.introduction i WHERE ((i.body = body.id) AND (i.hub = ( SELECT acting.seat() AS seat))))))
  policy amend for update to portal using ( SELECT acting.has('manage-accounts'::text) AS has) check ( SELECT acting.has('manage-accounts'::text) AS has)
  grant select to acting_door
  grant select to circulator
  grant select to finder
  grant select to host
  grant insert, select, update (alias, domains, kana, name_en, name_ja, place, valid_to) to portal
  grant select to tallier
  grant select to tracer
  grant insert, select, update to worker
  trigger words_of_body after insert or update of name_ja, name_en, alias, domains, place, open on parties.body for each row execute function exchange.body_named()

table parties.body_sector (row security, forced)
  body uuid not null
  sector text not null
  valid_from date not null
  valid_to date
  PRIMARY KEY (body, sector, valid_from)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  FOREIGN KEY (sector) REFERENCES parties.sector(key)
  policy found for all to worker using true check true
  policy enrol for insert to portal check ( SELECT acting.has('manage-accounts'::text) AS has)
  policy door for select to circulator, tallier, tracer using true
  policy known for select to portal using (EXISTS ( SELECT FROM parties.body b WHERE (b.id = body_sector.body)))
  grant select to circulator
  grant insert, select to portal
  grant select to tallier
  grant select to tracer
  grant insert, select, update to worker

table parties.challenge (row security, forced)
  challenge text not null
  purpose text not null
  person uuid
  until timestamp with time zone not null
  PRIMARY KEY (challenge)
  CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'add'::text, 'join'::text, 'recover'::text])))
  index USING btree (until)
  policy made for insert to acting_door check true
  policy taken for delete to acting_door using true
  policy door for select to acting_door using true
  grant delete, insert, select to acting_door

table parties.circle (row security, forced)
  id uuid not null default gen_random_uuid()
  key text not null
  kind text not null
  sector text
  name_ja text not null
  name_en text not null
  secretariat uuid
  valid_from date not null
  valid_to date
  UNIQUE (id, secretariat)
  UNIQUE (key)
  PRIMARY KEY (id)
  FOREIGN KEY (secretariat) REFERENCES parties.seat(id)
  FOREIGN KEY (sector) REFERENCES parties.sector(key)
  CHECK (((kind <> 'hub'::text) OR (secretariat IS NOT NULL)))
  CHECK ((kind = ANY (ARRAY['sector'::text, 'ceptoar'::text, 'standing'::text, 'hub'::text])))
  UNIQUE index USING btree (id, secretariat)
  UNIQUE index USING btree (key)
  policy found for all to worker using true check true
  policy gathered for insert to portal check ((kind = 'hub'::text) AND (secretariat = ( SELECT acting.seat() AS seat)) AND (sector IS NULL) AND ( SELECT acting.has('keep-agreements'::text) AS has))
  policy circles for select to acting_door using true
  policy door for select to circulator, tallier, tracer using true
  policy hosting for select to host using true
  policy known for select to portal using ((kind = ANY (ARRAY['sector'::text, 'ceptoar'::text])) OR ((kind = 'standing'::text) AND (( SELECT acting.has('know-bodies'::text) AS has) OR (EXISTS ( SELECT FROM parties.membership m WHERE ((m.circle = circle.id) AND (m.body = ( SELECT acting.body() AS body))))))) OR ((kind = 'hub'::text) AND ((secretariat = ( SELECT acting.seat() AS seat)) OR (EXISTS ( SELECT FROM parties.agreement a WHERE ((a.circle = circle.id) AND (a.seat = ( SELECT acting.seat() AS seat))))))))
  grant select to acting_door
  grant select to circulator
  grant select to host
  grant insert, select to portal
  grant select to tallier
  grant select to tracer
  grant insert, select, update to worker

table parties.competence (row security, forced)
  sector text not null
  seat uuid not null
  valid_from date not null
  valid_to date
  PRIMARY KEY (sector, seat, valid_from)
  FOREIGN KEY (seat) REFERENCES parties.seat(id)
  FOREIGN KEY (sector) REFERENCES parties.sector(key)
  CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  policy begins for insert to acting_door check true
  policy found for insert to worker check true
  policy found_see for select to worker using true
  policy hand_over for select to acting_door using true
  policy seen for select to circulator, portal, tracer using true
  policy tally for select to tallier using true
  policy ends for update to acting_door using true check true
  policy refound for update to worker using true check true
  grant insert, select, update (valid_to) to acting_door
  grant select to circulator
  grant select to portal
  grant select to tallier
  grant select to tracer
  grant insert, select, update to worker

table parties.contact_point (row security, forced)
  id uuid not null default gen_random_uuid()
  body uuid not null
  role text not null
  label text not null
  hours text not null
  position smallint not null
  phone text
  email text
  valid_from date not null
  valid_to date
  verified_at timestamp with time zone
  changed_at timestamp with time zone not null
  fax text
  sms text
  radio text
  languages text[] not null default '{ja}'::text[]
  PRIMARY KEY (id)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  CHECK ((("position" >= 1) AND ("position" <= 99)))
  CHECK (((cardinality(languages) >= 1) AND (cardinality(languages) <= 8)))
  CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  CHECK ((hours = ANY (ARRAY['day'::text, 'night'::text, 'always'::text])))
  CHECK ((num_nonnulls(phone, email, fax, sms, radio) > 0))
  index USING btree (body)
  policy begins for insert to acting_door check true
  policy found for insert to worker check true
  policy kept for insert to portal check ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has))
  policy call for select to circulator using true
  policy desks for select to acting_door using (role = 'duty'::text)
  policy found_see for select to tracer, worker using true
  policy near for select to portal using ((body = ( SELECT acting.body() AS body)) OR (EXISTS ( SELECT FROM parties.supervision s WHERE ((s.body = contact_point.body) AND (s.seat = ( SELECT acting.seat() AS seat)) AND (s.valid_from <= ( SELECT acting.day() AS day)) AND ((s.valid_to IS NULL) OR (s.valid_to > ( SELECT acting.day() AS day)))))) OR (EXISTS ( SELECT FROM parties.body b WHERE ((b.id = contact_point.body) AND b.open))))
  policy passes for select to acting_door using true
  policy amended for update to portal using ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has)) check ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has))
  policy ends for update to acting_door using true check true
  grant insert, select, update (changed_at, email, label, phone, sms, valid_to, verified_at) to acting_door
  grant select to circulator
  grant insert, select, update (changed_at, email, fax, hours, label, languages, phone, position, radio, role, sms, valid_from, valid_to, verified_at) to portal
  grant select to tracer
  grant insert, select to worker

table parties.demo (row security, forced)
  one boolean not null default true
  PRIMARY KEY (one)
  CHECK (one)
  policy declare for insert to worker check true
  policy declared for select to worker using true
  policy door for select to acting_door using true
  grant select to acting_door
  grant insert, select to worker

table parties.door_key (row security, forced)
  one boolean not null default true
  key bytea not null
  PRIMARY KEY (one)
  CHECK ((length(key) = 32))
  CHECK (one)
  policy install for insert to acting_door check true
  policy door for select to acting_door using true
  grant insert, select to acting_door

table parties.duty_exception (row security, forced)
  id uuid not null
  body uuid not null
  contact uuid
  person uuid
  called text
  from_at timestamp with time zone not null
  until_at timestamp with time zone not null
  note text not null
  ended_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  FOREIGN KEY (contact) REFERENCES parties.contact_point(id)
  CHECK (((contact IS NULL) = (called IS NULL)))
  CHECK ((until_at > from_at))
  index USING btree (body, until_at)
  policy begins for insert to acting_door check true
  policy kept for insert to portal check ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has) AND ((contact IS NULL) OR (EXISTS ( SELECT FROM parties.contact_point c WHERE ((c.id = duty_exception.contact) AND (c.body = ( SELECT acting.body() AS body)))))))
  policy near for select to portal using ((body = ( SELECT acting.body() AS body)) OR (EXISTS ( SELECT FROM parties.supervision s WHERE ((s.body = duty_exception.body) AND (s.seat = ( SELECT acting.seat() AS seat)) AND (s.valid_from <= ( SELECT acting.day() AS day)) AND ((s.valid_to IS NULL) OR (s.valid_to > ( SELECT acting.day() AS day)))))))
  policy passes for select to acting_door using true
  policy roster for select to tracer using true
  policy ended for update to portal using ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has)) check ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has))
  policy ends for update to acting_door using true check true
  grant insert, select, update (called, contact, person, until_at) to acting_door
  grant insert, select, update (ended_at) to portal
  grant select to tracer

table parties.duty_shift (row security, forced)
  id uuid not null
  body uuid not null
  contact uuid not null
  person uuid
  called text not null
  weekdays smallint[] not null
  starts time without time zone not null
  ends time without time zone not null
  valid_from date not null
  valid_to date
  PRIMARY KEY (id)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  FOREIGN KEY (contact) REFERENCES parties.contact_point(id)
  CHECK ((((cardinality(weekdays) >= 1) AND (cardinality(weekdays) <= 7)) AND (weekdays <@ ARRAY[(1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint, (5)::smallint, (6)::smallint, (7)::smallint])))
  CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  index USING btree (body)
  policy begins for insert to acting_door check true
  policy kept for insert to portal check ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has) AND (EXISTS ( SELECT FROM parties.contact_point c WHERE ((c.id = duty_shift.contact) AND (c.body = ( SELECT acting.body() AS body))))))
  policy near for select to portal using ((body = ( SELECT acting.body() AS body)) OR (EXISTS ( SELECT FROM parties.supervision s WHERE ((s.body = duty_shift.body) AND (s.seat = ( SELECT acting.seat() AS seat)) AND (s.valid_from <= ( SELECT acting.day() AS day)) AND ((s.valid_to IS NULL) OR (s.valid_to > ( SELECT acting.day() AS day)))))))
  policy passes for select to acting_door using true
  policy roster for select to tracer using true
  policy ended for update to portal using ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has)) check ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has))
  policy ends for update to acting_door using true check true
  grant insert, select, update (called, contact, person, valid_to) to acting_door
  grant insert, select, update (valid_to) to portal
  grant select to tracer

table parties.handover (row security, forced)
  id uuid not null
  sector text not null
  from_seat uuid not null
  to_seat uuid not null
  day date not null
  keeps boolean not null
  reason text not null
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  confirmed_by uuid
  confirmed_seat uuid
  confirmed_at timestamp with time zone
  revoked_at timestamp with time zone
  done_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (from_seat) REFERENCES parties.seat(id)
  FOREIGN KEY (sector) REFERENCES parties.sector(key)
  FOREIGN KEY (to_seat) REFERENCES parties.seat(id)
  CHECK (((confirmed_by IS NULL) OR (confirmed_by <> proposed_by)))
  CHECK (((done_at IS NULL) OR (confirmed_at IS NOT NULL)))
  CHECK ((from_seat <> to_seat))
  CHECK ((num_nonnulls(confirmed_by, confirmed_seat, confirmed_at) = ANY (ARRAY[0, 3])))
  UNIQUE index USING btree (sector, from_seat) WHERE ((done_at IS NULL) AND (revoked_at IS NULL))
  index USING btree (proposed_at DESC, id)
  policy propose for insert to portal check (( SELECT acting.has('manage-accounts'::text) AS has) AND (proposed_by = ( SELECT acting.person() AS person)))
  policy concerned for select to portal using (( SELECT acting.has('manage-accounts'::text) AS has) OR ( SELECT acting.has('confirm-handover'::text) AS has) OR (from_seat = ( SELECT acting.seat() AS seat)) OR (to_seat = ( SELECT acting.seat() AS seat)))
  policy door for select to acting_door, circulator, tracer using true
  policy due for select to worker using true
  policy confirm for update to acting_door using true check true
  policy done for update to worker using true check true
  policy revoke for update to portal using (( SELECT acting.has('manage-accounts'::text) AS has) AND (confirmed_at IS NULL)) check (( SELECT acting.has('manage-accounts'::text) AS has) AND (confirmed_at IS NULL))
  grant select, update (confirmed_at, confirmed_by, confirmed_seat) to acting_door
  grant select to circulator
  grant insert (day, from_seat, id, keeps, proposed_at, proposed_by, reason, sector, to_seat), select, update (revoked_at) to portal
  grant select to tracer
  grant select, update (done_at) to worker

table parties.introduction (row security, forced)
  hub uuid not null
  seat uuid not null
  body uuid not null
  person uuid not null
  note text not null
  at timestamp with time zone not null
  PRIMARY KEY (hub, seat)
  FOREIGN KEY (hub) REFERENCES parties.seat(id)
  FOREIGN KEY (seat, body) REFERENCES parties.seat(id, body)
  index USING btree (seat)
  policy introduced for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (body = ( SELECT acting.body() AS body)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-agreements'::text) AS has))
  policy both_sides for select to portal using ((hub = ( SELECT acting.seat() AS seat)) OR (seat = ( SELECT acting.seat() AS seat)))
  grant insert, select to portal

table parties.invitation (row security, forced)
  id uuid not null
  secret bytea not null
  email text not null
  name_ja text not null
  name_en text not null
  seat uuid not null
  role text not null
  invited_by uuid
  invited_at timestamp with time zone not null
  until timestamp with time zone not null
  accepted_at timestamp with time zone
  revoked_at timestamp with time zone
  person uuid
  UNIQUE (secret)
  PRIMARY KEY (id)
  FOREIGN KEY (seat) REFERENCES parties.seat(id)
  CHECK ((email = lower(email)))
  CHECK ((length(secret) = 32))
  CHECK ((until <= (invited_at + '14 days'::interval)))
  UNIQUE index USING btree (secret)
  index USING btree (invited_at DESC)
  policy found for insert to worker check true
  policy invite for insert to portal check (( SELECT acting.has('manage-accounts'::text) AS has) AND (invited_by = ( SELECT acting.person() AS person)) AND (email <> ( SELECT p.email FROM parties.person p WHERE (p.id = ( SELECT acting.person() AS person)))))
  policy door for select to acting_door using true
  policy keeper for select to portal using ( SELECT acting.has('manage-accounts'::text) AS has)
  policy own for select to worker using (invited_by IS NULL)
  policy accept for update to acting_door using true check true
  policy revoke for update to portal using ( SELECT acting.has('manage-accounts'::text) AS has) check ( SELECT acting.has('manage-accounts'::text) AS has)
  policy withdraw for update to worker using (invited_by IS NULL) check (invited_by IS NULL)
  grant select, update (accepted_at, person, secret) to acting_door
  grant insert (email, id, invited_at, invited_by, name_en, name_ja, role, seat, secret, until), select (accepted_at, email, id, invited_at, invited_by, name_en, name_ja, person, revoked_at, role, seat, until), update (revoked_at) to portal
  grant insert, select, update (revoked_at) to worker

table parties.letter (row security, forced)
  id uuid not null
  kind text not null
  subject uuid not null
  address text not null
  written_at timestamp with time zone not null
  until timestamp with time zone not null
  next_try timestamp with time zone not null
  tries smallint not null default 0
  sent_at timestamp with time zone
  failed text
  UNIQUE (kind, subject)
  PRIMARY KEY (id)
  CHECK ((address = lower(address)))
  CHECK ((kind = ANY (ARRAY['invitation'::text, 'recovery-opened'::text, 'recovery'::text, 'recovery-used'::text])))
  UNIQUE index USING btree (kind, subject)
  index USING btree (next_try) WHERE ((sent_at IS NULL) AND (failed IS NULL))
  index USING btree (subject)
  policy invite for insert to portal check (( SELECT acting.has('manage-accounts'::text) AS has) AND (kind = 'invitation'::text) AND (sent_at IS NULL) AND (failed IS NULL) AND (EXISTS ( SELECT FROM parties.invitation i WHERE ((i.id = letter.subject) AND (i.email = letter.address) AND (i.until = letter.until)))))
  policy told for insert to acting_door check true
  policy door for select to acting_door using true
  policy keeper for select to portal using ( SELECT acting.has('manage-accounts'::text) AS has)
  policy post for select to worker using true
  policy posted for update to worker using true check true
  grant insert, select to acting_door
  grant insert (address, id, kind, next_try, subject, until, written_at), select to portal
  grant select, update (failed, next_try, sent_at, tries) to worker

table parties.membership (row security, forced)
  circle uuid not null
  body uuid not null
  valid_from date not null
  valid_to date
  PRIMARY KEY (circle, body, valid_from)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  FOREIGN KEY (circle) REFERENCES parties.circle(id)
  index USING btree (body)
  policy found for all to worker using true check true
  policy enrol for insert to portal check ( SELECT acting.has('manage-accounts'::text) AS has)
  policy circles for select to acting_door using true
  policy door for select to circulator, tallier, tracer using true
  policy hosting for select to host using true
  policy known for select to portal using (EXISTS ( SELECT FROM parties.body b WHERE (b.id = membership.body)))
  grant select to acting_door
  grant select to circulator
  grant select to host
  grant insert, select to portal
  grant select to tallier
  grant select to tracer
  grant insert, select, update to worker

table parties.passkey (row security, forced)
  id uuid not null
  person uuid not null
  credential text not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null default '{}'::text[]
  backed_up boolean not null
  label text not null
  created_at timestamp with time zone not null
  last_used date
  UNIQUE (credential)
  PRIMARY KEY (id)
  FOREIGN KEY (person) REFERENCES parties.person(id)
  CHECK (((length(credential) >= 16) AND (length(credential) <= 1400)))
  UNIQUE index USING btree (credential)
  index USING btree (person)
  policy set_own for insert to portal check (person = ( SELECT acting.person() AS person))
  policy ended for delete to acting_door using true
  policy remove_own for delete to portal using (person = ( SELECT acting.person() AS person))
  policy door for select to acting_door using true
  policy own for select to portal using (person = ( SELECT acting.person() AS person))
  policy counted for update to acting_door using true check true
  grant delete, select, update (counter, last_used) to acting_door
  grant delete, insert, select (backed_up, created_at, credential, id, label, last_used, person, transports) to portal

table parties.password (row security, forced)
  person uuid not null
  hash text not null
  changed_at timestamp with time zone not null
  PRIMARY KEY (person)
  FOREIGN KEY (person) REFERENCES parties.person(id)
  policy set_own for insert to portal check (person = ( SELECT acting.person() AS person))
  policy ended for delete to acting_door using true
  policy door for select to acting_door using true
  policy own for select to portal using (person = ( SELECT acting.person() AS person))
  policy change_own for update to portal using (person = ( SELECT acting.person() AS person)) check (person = ( SELECT acting.person() AS person))
  grant delete, select to acting_door
  grant insert (changed_at, hash, person), select (changed_at, person), update (changed_at, hash) to portal

table parties.person (row security, forced)
  id uuid not null default gen_random_uuid()
  name_ja text not null
  name_en text not null
  kana text not null default ''::text
  email text not null
  locale text not null default 'ja'::text
  created_at timestamp with time zone not null
  UNIQUE (email)
  PRIMARY KEY (id)
  CHECK ((email = lower(email)))
  CHECK ((locale = ANY (ARRAY['ja'::text, 'en'::text])))
  UNIQUE index USING btree (email)
  policy accept for insert to acting_door check true
  policy found for insert to worker check true
  policy colleagues for select to portal using ((id = ( SELECT acting.person() AS person)) OR ( SELECT acting.has('manage-accounts'::text) AS has) OR (EXISTS ( SELECT FROM acting.holder h WHERE ((h.person = person.id) AND (h.body = ( SELECT acting.body() AS body))))))
  policy found_see for select to acting_door, tracer, worker using true
  policy self for update to portal using (id = ( SELECT acting.person() AS person)) check (id = ( SELECT acting.person() AS person))
  grant insert, select to acting_door
  grant select, update (kana, locale, name_en, name_ja) to portal
  grant select to tracer
  grant insert, select to worker
  trigger words_of_person after update of name_ja, name_en, email on parties.person for each row execute function exchange.person_named()

table parties.recovery (row security, forced)
  id uuid not null
  person uuid not null
  opened_by uuid not null
  opened_seat uuid not null
  opened_at timestamp with time zone not null
  reason text not null
  until timestamp with time zone not null
  link bytea not null
  confirmed_by uuid
  confirmed_seat uuid
  confirmed_at timestamp with time zone
  checked text
  word bytea
  wrong smallint not null default 0
  used_at timestamp with time zone
  revoked_at timestamp with time zone
  revoked_by uuid
  UNIQUE (link)
  PRIMARY KEY (id)
  FOREIGN KEY (person) REFERENCES parties.person(id)
  CHECK (((confirmed_by IS NULL) OR ((confirmed_by <> person) AND (confirmed_by <> opened_by))))
  CHECK (((used_at IS NULL) OR (confirmed_at IS NOT NULL)))
  CHECK ((length(link) = 32))
  CHECK ((num_nonnulls(confirmed_by, confirmed_seat, confirmed_at, checked, word) = ANY (ARRAY[0, 5])))
  CHECK ((opened_by <> person))
  CHECK ((until <= (opened_at + '24:00:00'::interval)))
  UNIQUE index USING btree (link)
  UNIQUE index USING btree (person) WHERE ((used_at IS NULL) AND (revoked_at IS NULL))
  index USING btree (opened_at DESC, id)
  policy opened for insert to acting_door check true
  policy door for select to acting_door using true
  policy near for select to portal using (( SELECT acting.has('manage-accounts'::text) AS has) OR (person = ( SELECT acting.person() AS person)) OR (( SELECT acting.has('confirm-recovery'::text) AS has) AND (EXISTS ( SELECT FROM acting.holder h WHERE ((h.person = recovery.person) AND (h.body = ( SELECT acting.body() AS body)) AND ((h.valid_to IS NULL) OR (h.valid_to > ( SELECT acting.day() AS day))))))))
  policy moved for update to acting_door using true check true
  grant insert, select, update (checked, confirmed_at, confirmed_by, confirmed_seat, link, revoked_at, revoked_by, used_at, word, wrong) to acting_door
  grant select (checked, confirmed_at, confirmed_by, confirmed_seat, id, opened_at, opened_by, opened_seat, person, reason, revoked_at, until, used_at, wrong) to portal

table parties.role (row security, forced)
  capacity text not null
  role text not null
  position smallint not null
  capacity_ja text not null
  capacity_en text not null
  short_ja text not null
  short_en text not null
  title_ja text not null
  title_en text not null
  PRIMARY KEY (capacity, role)
  policy found for insert to worker check true
  policy retire for delete to worker using true
  policy found_see for select to worker using true
  policy seen for select to acting_door, portal using true
  policy refound for update to worker using true check true
  grant select to acting_door
  grant select to portal
  grant delete, insert, select, update to worker

table parties.seat (row security, forced)
  id uuid not null default gen_random_uuid()
  body uuid not null
  capacity text not null
  valid_from date not null
  valid_to date
  UNIQUE (body, capacity)
  UNIQUE (id, body)
  PRIMARY KEY (id)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  UNIQUE index USING btree (body, capacity)
  UNIQUE index USING btree (id, body)
  policy found for all to worker using true check true
  policy enrol for insert to portal check ( SELECT acting.has('manage-accounts'::text) AS has)
  policy door for select to acting_door, circulator, finder, tallier, tracer using true
  policy hosting for select to host using true
  policy in_drill_the_invited (restrictive) for select to circulator using ((NOT ( SELECT acting.in_drill() AS in_drill)) OR (EXISTS ( SELECT FROM acting.realm_seat m WHERE ((m.realm = ( SELECT acting.realm() AS realm)) AND (m.seat = seat.id) AND (m.left_at IS NULL)))))
  policy known for select to portal using (EXISTS ( SELECT FROM parties.body b WHERE (b.id = seat.body)))
  grant select to acting_door
  grant select to circulator
  grant select to finder
  grant select to host
  grant insert, select to portal
  grant select to tallier
  grant select to tracer
  grant insert, select, update to worker

table parties.sector (row security, forced)
  key text not null
  name_ja text not null
  name_en text not null
  position smallint not null
  least_group smallint not null
  PRIMARY KEY (key)
  policy found for all to worker using true check true
  policy seen for select to circulator, finder, portal, tallier, tracer using true
  grant select to circulator
  grant select to portal
  grant select to tallier
  grant select to tracer
  grant insert, select, update to worker

table parties.succession (row security, forced)
  id uuid not null
  body uuid not null
  seat uuid not null
  role text not null
  person uuid not null
  email text not null
  name_ja text not null
  name_en text not null
  day date not null
  note text not null
  needs_account boolean not null
  proposed_at timestamp with time zone not null
  invitation uuid
  confirmed_by uuid
  confirmed_at timestamp with time zone
  accepted_by uuid
  accepted_at timestamp with time zone
  revoked_at timestamp with time zone
  done_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  FOREIGN KEY (invitation) REFERENCES parties.invitation(id)
  FOREIGN KEY (person) REFERENCES parties.person(id)
  FOREIGN KEY (seat) REFERENCES parties.seat(id)
  CHECK (((accepted_by IS NULL) OR (accepted_by <> person)))
  CHECK (((confirmed_by IS NULL) OR (confirmed_by <> person)))
  CHECK (((done_at IS NULL) OR (accepted_at IS NOT NULL)))
  CHECK (((revoked_at IS NULL) OR (accepted_at IS NULL)))
  CHECK ((email = lower(email)))
  CHECK ((num_nonnulls(accepted_by, accepted_at) = ANY (ARRAY[0, 2])))
  CHECK ((num_nonnulls(confirmed_by, confirmed_at) = ANY (ARRAY[0, 2])))
  UNIQUE index USING btree (seat, person) WHERE ((done_at IS NULL) AND (revoked_at IS NULL))
  index USING btree (body, proposed_at DESC, id)
  index USING btree (day) WHERE ((accepted_at IS NOT NULL) AND (done_at IS NULL))
  index USING btree (email)
  policy proposed for insert to portal check ((person = ( SELECT acting.person() AS person)) AND (seat = ( SELECT acting.seat() AS seat)) AND (body = ( SELECT acting.body() AS body)))
  policy concerned for select to portal using ((person = ( SELECT acting.person() AS person)) OR (email = ( SELECT p.email FROM parties.person p WHERE (p.id = ( SELECT acting.person() AS person)))) OR ((body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('keep-contacts'::text) AS has)) OR ( SELECT acting.has('manage-accounts'::text) AS has))
  policy door for select to acting_door using true
  policy due for select to worker using true
  policy accept for update to acting_door using true check true
  policy confirmed for update to portal using (( SELECT acting.has('manage-accounts'::text) AS has) AND (person <> ( SELECT acting.person() AS person)) AND (accepted_at IS NULL) AND (revoked_at IS NULL)) check (( SELECT acting.has('manage-accounts'::text) AS has) AND (confirmed_by = ( SELECT acting.person() AS person)) AND (accepted_at IS NULL) AND (revoked_at IS NULL))
  policy done for update to worker using (accepted_at IS NOT NULL) check (accepted_at IS NOT NULL)
  policy taken_back for update to portal using ((person = ( SELECT acting.person() AS person)) AND (accepted_at IS NULL)) check ((person = ( SELECT acting.person() AS person)) AND (accepted_at IS NULL))
  grant select, update (accepted_at, accepted_by) to acting_door
  grant insert (body, day, email, id, name_en, name_ja, needs_account, note, person, proposed_at, role, seat), select, update (confirmed_at, confirmed_by, invitation, revoked_at) to portal
  grant select, update (done_at) to worker

table parties.succession_point (row security, forced)
  succession uuid not null
  contact uuid not null
  PRIMARY KEY (succession, contact)
  FOREIGN KEY (contact) REFERENCES parties.contact_point(id)
  FOREIGN KEY (succession) REFERENCES parties.succession(id)
  policy proposed for insert to portal check ((EXISTS ( SELECT FROM parties.succession s WHERE ((s.id = succession_point.succession) AND (s.person = ( SELECT acting.person() AS person)) AND (s.accepted_at IS NULL)))) AND (EXISTS ( SELECT FROM parties.contact_point c WHERE ((c.id = succession_point.contact) AND (c.body = ( SELECT acting.body() AS body)) AND (( SELECT acting.has('keep-contacts'::text) AS has) OR (c.email = ( SELECT p.email FROM parties.person p WHERE (p.id = ( SELECT acting.person() AS person)))))))))
  policy concerned for select to portal using (EXISTS ( SELECT FROM parties.succession s WHERE (s.id = succession_point.succession)))
  policy door for select to acting_door using true
  grant select to acting_door
  grant insert, select to portal

table parties.supervision (row security, forced)
  body uuid not null
  seat uuid not null
  sector text not null
  circle uuid
  valid_from date not null
  valid_to date
  PRIMARY KEY (body, seat, sector, valid_from)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  FOREIGN KEY (circle) REFERENCES parties.circle(id)
  FOREIGN KEY (seat) REFERENCES parties.seat(id)
  FOREIGN KEY (sector) REFERENCES parties.sector(key)
  index USING btree (seat, body)
  policy found for all to worker using true check true
  policy begins for insert to acting_door check true
  policy enrol for insert to portal check ( SELECT acting.has('manage-accounts'::text) AS has)
  policy above_or_own for select to portal using ((seat = ( SELECT acting.seat() AS seat)) OR (body = ( SELECT acting.body() AS body)))
  policy door for select to circulator, tallier, tracer using true
  policy hand_over for select to acting_door using true
  policy hosting for select to finder, host using true
  policy keeper for select to portal using (( SELECT acting.has('manage-accounts'::text) AS has) OR ( SELECT acting.has('know-bodies'::text) AS has))
  policy ends for update to acting_door using true check true
  grant insert, select, update (valid_to) to acting_door
  grant select to circulator
  grant select to finder
  grant select to host
  grant insert, select to portal
  grant select to tallier
  grant select to tracer
  grant insert, select, update to worker
  trigger stand_above after insert on parties.supervision referencing new table as fresh for each statement execute function channels.stand_above()

table parties.totp (row security, forced)
  person uuid not null
  secret bytea
  pending bytea
  last_step bigint not null default 0
  confirmed_at timestamp with time zone
  PRIMARY KEY (person)
  FOREIGN KEY (person) REFERENCES parties.person(id)
  policy set_own for insert to portal check (person = ( SELECT acting.person() AS person))
  policy ended for delete to acting_door using true
  policy door for select to acting_door using true
  policy own for select to portal using (person = ( SELECT acting.person() AS person))
  policy change_own for update to portal using (person = ( SELECT acting.person() AS person)) check (person = ( SELECT acting.person() AS person))
  policy step for update to acting_door using true check true
  grant delete, select, update (last_step) to acting_door
  grant insert (confirmed_at, last_step, pending, person, secret), select (confirmed_at, last_step, person), update (confirmed_at, last_step, pending, secret) to portal

table platform.attempt (row security, forced)
  what text not null
  who bytea not null
  slot timestamp with time zone not null
  count integer not null
  PRIMARY KEY (what, who, slot)
  policy count for all to acting_door using true check true
  policy sweep for delete to worker using true
  policy sweep_see for select to worker using true
  grant insert, select, update to acting_door
  grant delete, select to worker

table platform.idempotency (row security, forced)
  seat uuid not null
  key text not null
  door text not null
  body_hash bytea not null
  status smallint
  answer jsonb
  at timestamp with time zone not null
  PRIMARY KEY (seat, key)
  CHECK (((length(key) >= 1) AND (length(key) <= 200)))
  policy first for insert to portal check (seat = ( SELECT acting.seat() AS seat))
  policy sweep for delete to worker using true
  policy door for select to acting_door using true
  policy mine for select to portal using (seat = ( SELECT acting.seat() AS seat))
  policy sweep_see for select to worker using true
  grant select to acting_door
  grant insert, select to portal
  grant delete, select to worker

table platform.mail (row security, forced)
  id uuid not null default gen_random_uuid()
  cause uuid not null
  person uuid not null
  address text not null
  locale text not null
  subject text not null
  text text not null
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  tries integer not null default 0
  next_try timestamp with time zone not null
  failed text
  drill boolean not null default false
  sealed boolean not null default false
  answerable boolean not null default false
  claimed_at timestamp with time zone
  UNIQUE (cause, person)
  PRIMARY KEY (id)
  CHECK ((locale = ANY (ARRAY['ja'::text, 'en'::text])))
  UNIQUE index USING btree (cause, person)
  index USING btree (next_try) WHERE ((sent_at IS NULL) AND (failed IS NULL))
  policy post for all to worker using true check true
  grant delete, insert, select, update to worker

table platform.migration (row security, forced)
  file text not null
  sha256 text not null
  at timestamp with time zone not null default now()
  PRIMARY KEY (file)
  policy kept for all to migrator using true check true

table platform.own_key (row security, forced)
  kind text not null
  open text not null
  sealed bytea not null
  made_at timestamp with time zone not null
  PRIMARY KEY (kind)
  CHECK ((kind = ANY (ARRAY['openpgp'::text, 'vapid'::text])))
  policy made for insert to worker check true
  policy known for select to portal using (( SELECT acting.seat() AS seat) IS NOT NULL)
  policy work for select to worker using true
  grant select (kind, made_at, open) to portal
  grant insert, select to worker

table review.finding (row security, forced)
  id uuid not null
  realm uuid not null
  year smallint not null
  said text not null
  decided text not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  CHECK (((year >= 2000) AND (year <= 2200)))
  index USING btree (realm, year)
  policy recorded for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('publish-figures'::text) AS has))
  policy readers for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND ( SELECT acting.has('read-figures'::text) AS has))
  grant insert, select to portal

table review.publication (row security, forced)
  release uuid not null
  realm uuid not null
  place integer not null
  seat uuid not null
  person uuid not null
  prepared_by uuid not null
  at timestamp with time zone not null
  UNIQUE (realm, place)
  PRIMARY KEY (release)
  FOREIGN KEY (release, realm, place, prepared_by) REFERENCES review.release(id, realm, place, person)
  CHECK ((person <> prepared_by))
  UNIQUE index USING btree (realm, place)
  policy second_person for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('publish-figures'::text) AS has))
  policy published for select to portal using (realm = ( SELECT acting.realm() AS realm))
  grant insert, select to portal

table review.release (row security, forced)
  id uuid not null
  realm uuid not null
  year smallint not null
  quarter smallint
  place integer not null
  fewest smallint not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  shown jsonb not null
  csv text not null
  sha256 text not null
  UNIQUE (id, realm, place, person)
  PRIMARY KEY (id)
  CHECK (((quarter >= 1) AND (quarter <= 4)))
  CHECK (((year >= 2000) AND (year <= 2200)))
  CHECK ((place > 0))
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  UNIQUE index USING btree (id, realm, place, person)
  index USING btree (realm, year)
  policy prepared for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('publish-figures'::text) AS has))
  policy open_when_published for select to portal using ((realm = ( SELECT acting.realm() AS realm)) AND (( SELECT acting.has('publish-figures'::text) AS has) OR (EXISTS ( SELECT FROM review.publication p WHERE (p.release = release.id)))))
  grant insert, select to portal

table review.release_count (row security, forced)
  release uuid not null
  cell text not null
  n integer not null
  PRIMARY KEY (release, cell)
  FOREIGN KEY (release) REFERENCES review.release(id)
  CHECK ((n >= 0))
  policy counted for insert to portal check (( SELECT acting.has('publish-figures'::text) AS has) AND (EXISTS ( SELECT FROM review.release r WHERE ((r.id = release_count.release) AND (r.person = ( SELECT acting.person() AS person))))))
  policy desk for select to portal using (( SELECT acting.has('publish-figures'::text) AS has) AND (EXISTS ( SELECT FROM review.release r WHERE (r.id = release_count.release))))
  grant insert, select to portal

table review.showcase (row security, forced)
  id uuid not null
  item uuid not null
  circle uuid not null
  consented text not null
  practice text not null
  adopting text not null
  person uuid not null
  at timestamp with time zone not null
  UNIQUE (id, item, person)
  UNIQUE (item)
  PRIMARY KEY (id)
  FOREIGN KEY (circle) REFERENCES parties.circle(id)
  FOREIGN KEY (item) REFERENCES circulation.item(id)
  UNIQUE index USING btree (id, item, person)
  UNIQUE index USING btree (item)
  policy written for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('draft-provisions'::text) AS has) AND (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = showcase.item) AND (i.subject = showcase.id) AND (i.kind = 'showcase'::text) AND (i.sent IS NULL)))))
  policy reached for select to portal using (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = showcase.item)))
  policy tally for select to tallier using true
  grant insert, select to portal
  grant select to tallier

table review.showcase_answer (row security, forced)
  showcase uuid not null
  seat uuid not null
  state text not null
  at timestamp with time zone not null
  PRIMARY KEY (showcase, seat)
  FOREIGN KEY (showcase) REFERENCES review.showcase(id)
  CHECK ((state = ANY (ARRAY['adopted'::text, 'considering'::text])))
  policy answered for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (EXISTS ( SELECT FROM (review.showcase s JOIN circulation.receipt r ON (((r.item = s.item) AND (r.seat = ( SELECT acting.seat() AS seat))))) WHERE (s.id = showcase_answer.showcase))))
  policy mine for select to portal using (seat = ( SELECT acting.seat() AS seat))
  policy tally for select to tallier using true
  policy answered_anew for update to portal using (seat = ( SELECT acting.seat() AS seat)) check (seat = ( SELECT acting.seat() AS seat))
  grant insert, select, update (at, state) to portal
  grant select to tallier

table review.showcase_publication (row security, forced)
  showcase uuid not null
  item uuid not null
  person uuid not null
  written_by uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (showcase)
  FOREIGN KEY (showcase, item, written_by) REFERENCES review.showcase(id, item, person)
  CHECK ((person <> written_by))
  policy second_person for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('approve-provisions'::text) AS has) AND (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = showcase_publication.item) AND r.author))))
  policy desk for select to portal using (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = showcase_publication.item) AND r.author)))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer

table situations."grouping" (row security, forced)
  id uuid not null
  situation uuid not null
  report uuid not null
  sector text not null
  reason text not null
  person uuid not null
  at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_reason text
  PRIMARY KEY (id)
  FOREIGN KEY (report) REFERENCES exchange.report(id)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK (((ended_at IS NULL) = (ended_reason IS NULL)))
  CHECK ((length(reason) > 0))
  UNIQUE index USING btree (situation, report) WHERE (ended_at IS NULL)
  index USING btree (report)
  policy grouped for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-situations'::text) AS has) AND (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = "grouping".situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) AND (EXISTS ( SELECT FROM exchange.report p WHERE ((p.id = "grouping".report) AND (p.sector = "grouping".sector)))))
  policy desk for select to portal using (situation IN ( SELECT s.id FROM situations.situation s WHERE (s.desk = ( SELECT acting.seat() AS seat))))
  policy tally for select to tallier using true
  policy parted for update to portal using (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = "grouping".situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) check (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = "grouping".situation) AND (s.desk = ( SELECT acting.seat() AS seat)))))
  grant insert, select, update (ended_at, ended_reason) to portal
  grant select to tallier

table situations.course (row security, forced)
  id uuid not null
  situation uuid not null
  verb text not null
  reason text not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK ((length(reason) > 0))
  CHECK ((verb = ANY (ARRAY['ended'::text, 'reopened'::text])))
  index USING btree (situation, at DESC)
  policy desk for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-situations'::text) AS has) AND (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = course.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))))
  policy seen for select to portal using (situation = ANY (( SELECT situations.seen() AS seen)::uuid[]))
  policy tell for select to worker using true
  grant insert, select to portal
  grant select (at, id, situation, verb) to worker

table situations.decision (row security, forced)
  id uuid not null
  situation uuid not null
  decided text not null
  options text not null
  basis text not null
  authority text not null
  decided_at timestamp with time zone not null
  by_ja text not null
  by_en text not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK ((length(authority) > 0))
  CHECK ((length(basis) > 0))
  CHECK ((length(decided) > 0))
  index USING btree (situation, decided_at DESC)
  policy desk for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-situations'::text) AS has) AND (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = decision.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))))
  policy seen for select to portal using (situation = ANY (( SELECT situations.seen() AS seen)::uuid[]))
  grant insert, select to portal

table situations.entry (row security, forced)
  id uuid not null
  situation uuid not null
  kind text not null
  text text not null
  happened_at timestamp with time zone not null
  shared boolean not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK ((kind = ANY (ARRAY['note'::text, 'damage'::text, 'contact'::text])))
  CHECK ((length(text) > 0))
  index USING btree (situation, happened_at DESC)
  policy written for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('share-picture'::text) AS has) AND (situation = ANY (( SELECT situations.seen() AS seen)::uuid[])))
  policy seen for select to portal using ((situation = ANY (( SELECT situations.seen() AS seen)::uuid[])) AND (shared OR (seat = ( SELECT acting.seat() AS seat))))
  grant insert, select to portal

table situations.inquiry (row security, forced)
  id uuid not null
  situation uuid not null
  sector text not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (sector) REFERENCES parties.sector(key)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  index USING btree (situation, sector, at DESC)
  policy desk for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-situations'::text) AS has) AND (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = inquiry.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))))
  policy seen for select to portal using (situation = ANY (( SELECT situations.seen() AS seen)::uuid[]))
  grant insert, select to portal

table situations.measure (row security, forced)
  id uuid not null
  situation uuid not null
  sector text not null
  level text not null
  quantity text not null
  low double precision not null
  high double precision not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (sector) REFERENCES parties.sector(key)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK ((high >= low))
  CHECK ((low >= (0)::double precision))
  index USING btree (situation, sector, level, quantity, at DESC)
  policy measured for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('share-picture'::text) AS has) AND (situation = ANY (( SELECT situations.seen() AS seen)::uuid[])) AND ((EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = measure.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) OR (EXISTS ( SELECT FROM parties.competence c WHERE ((c.sector = measure.sector) AND (c.seat = ( SELECT acting.seat() AS seat)) AND (c.valid_from <= ( SELECT acting.day() AS day)) AND ((c.valid_to IS NULL) OR (c.valid_to > ( SELECT acting.day() AS day))))))))
  policy desk_or_own for select to portal using ((EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = measure.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) OR ((situation = ANY (( SELECT situations.seen() AS seen)::uuid[])) AND (EXISTS ( SELECT FROM parties.competence c WHERE ((c.sector = measure.sector) AND (c.seat = ( SELECT acting.seat() AS seat)) AND (c.valid_from <= ( SELECT acting.day() AS day)) AND ((c.valid_to IS NULL) OR (c.valid_to > ( SELECT acting.day() AS day))))))))
  grant insert, select to portal

table situations.report_editor (row security, forced)
  item uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (item, person)
  FOREIGN KEY (item) REFERENCES situations.written_report(item)
  policy hand for insert to portal check ((person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = report_editor.item) AND r.author))))
  policy desk for select to portal using (EXISTS ( SELECT FROM circulation.reach r WHERE ((r.item = report_editor.item) AND r.author)))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer

table situations.report_release (row security, forced)
  item uuid not null
  revision integer not null
  seat uuid not null
  person uuid not null
  by_ja text not null
  by_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (item)
  FOREIGN KEY (item) REFERENCES situations.written_report(item)
  policy second_person for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('approve-provisions'::text) AS has) AND (EXISTS ( SELECT FROM (situations.written_report w JOIN circulation.reach r ON (((r.item = w.item) AND r.author))) WHERE ((w.item = report_release.item) AND (w.revision = report_release.revision)))) AND (NOT (EXISTS ( SELECT FROM situations.report_editor e WHERE ((e.item = report_release.item) AND (e.person = ( SELECT acting.person() AS person)))))))
  policy reached for select to portal using (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = report_release.item)))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer

table situations.rhythm (row security, forced)
  situation uuid not null
  hours smallint not null
  next_due timestamp with time zone not null
  person uuid not null
  at timestamp with time zone not null
  told_due timestamp with time zone
  PRIMARY KEY (situation)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK (((hours >= 1) AND (hours <= 72)))
  index USING btree (next_due)
  policy desk for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-situations'::text) AS has) AND (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = rhythm.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))))
  policy seen for select to portal using (situation = ANY (( SELECT situations.seen() AS seen)::uuid[]))
  policy tell for select to worker using true
  policy desk_moves for update to portal using (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = rhythm.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) check ((person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = rhythm.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))))
  policy told for update to worker using true check true
  grant insert, select, update (at, hours, next_due, person) to portal
  grant select, update (told_due) to worker

table situations.sector_detail (row security, forced)
  state uuid not null
  situation uuid not null
  sector text not null
  text text not null
  PRIMARY KEY (state)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  FOREIGN KEY (state) REFERENCES situations.sector_state(id)
  CHECK ((length(text) > 0))
  policy said for insert to portal check (EXISTS ( SELECT FROM situations.sector_state t WHERE ((t.id = sector_detail.state) AND (t.situation = sector_detail.situation) AND (t.sector = sector_detail.sector) AND (t.person = ( SELECT acting.person() AS person)))))
  policy desk_or_own for select to portal using ((EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = sector_detail.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) OR ((situation = ANY (( SELECT situations.seen() AS seen)::uuid[])) AND (EXISTS ( SELECT FROM parties.competence c WHERE ((c.sector = sector_detail.sector) AND (c.seat = ( SELECT acting.seat() AS seat)) AND (c.valid_from <= ( SELECT acting.day() AS day)) AND ((c.valid_to IS NULL) OR (c.valid_to > ( SELECT acting.day() AS day))))))))
  grant insert, select to portal

table situations.sector_state (row security, forced)
  id uuid not null
  situation uuid not null
  sector text not null
  state text not null
  regions text[] not null
  says text not null
  recovery text
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (sector) REFERENCES parties.sector(key)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK ((length(says) > 0))
  CHECK ((state = ANY (ARRAY['stopped'::text, 'degraded'::text, 'checking'::text, 'normal'::text])))
  index USING btree (situation, sector, at DESC)
  policy said for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('share-picture'::text) AS has) AND (situation = ANY (( SELECT situations.seen() AS seen)::uuid[])) AND ((EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = sector_state.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) OR (EXISTS ( SELECT FROM parties.competence c WHERE ((c.sector = sector_state.sector) AND (c.seat = ( SELECT acting.seat() AS seat)) AND (c.valid_from <= ( SELECT acting.day() AS day)) AND ((c.valid_to IS NULL) OR (c.valid_to > ( SELECT acting.day() AS day))))))))
  policy seen for select to portal using (situation = ANY (( SELECT situations.seen() AS seen)::uuid[]))
  grant insert, select to portal

table situations.sharing (row security, forced)
  id uuid not null
  situation uuid not null
  part text not null
  declaration uuid
  person uuid not null
  at timestamp with time zone not null
  ended_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (declaration) REFERENCES mode.act(id)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK (((part = 'crisis'::text) = (declaration IS NOT NULL)))
  CHECK ((part = ANY (ARRAY['ministries'::text, 'crisis'::text])))
  UNIQUE index USING btree (situation, part) WHERE (ended_at IS NULL)
  policy desk for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-situations'::text) AS has) AND (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = sharing.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))))
  policy seen for select to portal using (situation = ANY (( SELECT situations.seen() AS seen)::uuid[]))
  policy trace for select to tracer using true
  policy desk_ends for update to portal using (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = sharing.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) check (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = sharing.situation) AND (s.desk = ( SELECT acting.seat() AS seat)))))
  grant insert, select, update (ended_at) to portal
  grant select to tracer

table situations.situation (row security, forced)
  id uuid not null
  realm uuid not null
  desk uuid not null
  title text not null
  handling jsonb not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  index USING btree (realm, at DESC)
  policy opened for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND (desk = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('keep-situations'::text) AS has))
  policy seen for select to portal using (id = ANY (( SELECT situations.seen() AS seen)::uuid[]))
  policy tally for select to tallier using true
  policy tell for select to worker using true
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tallier
  grant select to tracer
  grant select (desk, id, realm) to worker

table situations.spill_over (row security, forced)
  id uuid not null
  situation uuid not null
  cause text not null
  effect text not null
  how text not null
  says text not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (cause) REFERENCES parties.sector(key)
  FOREIGN KEY (effect) REFERENCES parties.sector(key)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK ((cause <> effect))
  CHECK ((how = ANY (ARRAY['suspected'::text, 'confirmed'::text, 'ruled-out'::text])))
  CHECK ((length(says) > 0))
  index USING btree (situation, at DESC)
  policy said for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('share-picture'::text) AS has) AND (situation = ANY (( SELECT situations.seen() AS seen)::uuid[])) AND ((EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = spill_over.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) OR (EXISTS ( SELECT FROM parties.competence c WHERE ((c.sector = ANY (ARRAY[spill_over.cause, spill_over.effect])) AND (c.seat = ( SELECT acting.seat() AS seat)) AND (c.valid_from <= ( SELECT acting.day() AS day)) AND ((c.valid_to IS NULL) OR (c.valid_to > ( SELECT acting.day() AS day))))))))
  policy seen for select to portal using (situation = ANY (( SELECT situations.seen() AS seen)::uuid[]))
  grant insert, select to portal

table situations.verdict (row security, forced)
  id uuid not null
  situation uuid not null
  sector text not null
  level text not null
  verdict text not null
  seat uuid not null
  person uuid not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (sector) REFERENCES parties.sector(key)
  FOREIGN KEY (situation) REFERENCES situations.situation(id)
  CHECK ((verdict = ANY (ARRAY['below'::text, 'kept'::text, 'open'::text])))
  index USING btree (situation, sector, level, at DESC)
  policy judged for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('share-picture'::text) AS has) AND (situation = ANY (( SELECT situations.seen() AS seen)::uuid[])) AND ((EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = verdict.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) OR (EXISTS ( SELECT FROM parties.competence c WHERE ((c.sector = verdict.sector) AND (c.seat = ( SELECT acting.seat() AS seat)) AND (c.valid_from <= ( SELECT acting.day() AS day)) AND ((c.valid_to IS NULL) OR (c.valid_to > ( SELECT acting.day() AS day))))))))
  policy seen for select to portal using (situation = ANY (( SELECT situations.seen() AS seen)::uuid[]))
  grant insert, select to portal

table situations.written_report (row security, forced)
  id uuid not null
  item uuid not null
  situation uuid not null
  number smallint not null
  picture jsonb not null
  changes jsonb not null
  summary text not null
  outlook text not null
  due timestamp with time zone
  revision integer not null default 1
  collected_at timestamp with time zone not null
  UNIQUE (item)
  UNIQUE (situation, number)
  PRIMARY KEY (id)
  FOREIGN KEY (item) REFERENCES circulation.item(id)
  CHECK (((number >= 1) AND (number <= 999)))
  UNIQUE index USING btree (item)
  UNIQUE index USING btree (situation, number)
  policy written for insert to portal check (( SELECT acting.has('keep-situations'::text) AS has) AND (EXISTS ( SELECT FROM situations.situation s WHERE ((s.id = written_report.situation) AND (s.desk = ( SELECT acting.seat() AS seat))))) AND (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = written_report.item) AND (i.subject = written_report.id) AND (i.kind = 'situation-report'::text) AND (i.sent IS NULL)))))
  policy reached for select to portal using (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = written_report.item)))
  policy trace for select to tracer using true
  policy edited for update to portal using (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = written_report.item) AND (i.sent IS NULL)))) check (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = written_report.item) AND (i.sent IS NULL))))
  grant insert, select, update (changes, collected_at, outlook, picture, revision, summary) to portal
  grant select to tracer

table surveys.answer (row security, forced)
  id uuid not null
  campaign uuid not null
  realm uuid not null
  seat uuid not null
  at timestamp with time zone not null
  UNIQUE (campaign, seat)
  PRIMARY KEY (id)
  FOREIGN KEY (campaign) REFERENCES surveys.campaign(id)
  UNIQUE index USING btree (campaign, seat)
  policy begun for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)) AND (EXISTS ( SELECT FROM surveys.campaign c WHERE ((c.id = answer.campaign) AND circulation.asks_me(c.item)))))
  policy own for select to portal using ((seat = ( SELECT acting.seat() AS seat)) AND (realm = ( SELECT acting.realm() AS realm)))
  grant insert, select to portal

table surveys.campaign (row security, forced)
  id uuid not null
  item uuid not null
  about text not null
  year smallint not null
  title_en text not null
  form jsonb not null
  codes jsonb not null
  asked text not null
  readers text[] not null
  named text[] not null
  profile boolean not null
  due timestamp with time zone not null
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  UNIQUE (item)
  PRIMARY KEY (id)
  FOREIGN KEY (item) REFERENCES circulation.item(id)
  CHECK ((length(title_en) > 0))
  CHECK ((named <@ readers))
  UNIQUE index USING btree (item)
  index USING btree (about, year)
  policy planned for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('plan-surveys'::text) AS has) AND (EXISTS ( SELECT FROM (circulation.item i JOIN circulation.reach r ON (((r.item = i.id) AND r.author))) WHERE ((i.id = campaign.item) AND (i.subject = campaign.id) AND (i.kind = 'survey'::text) AND (i.sent IS NULL)))))
  policy carry for select to circulator using true
  policy reached for select to portal using (EXISTS ( SELECT FROM circulation.item i WHERE (i.id = campaign.item)))
  policy tally for select to tallier using true
  policy trace for select to tracer using true
  grant select to circulator
  grant insert, select to portal
  grant select to tallier
  grant select to tracer

table surveys.delegation (row security, forced)
  id uuid not null
  answer uuid not null
  section text not null
  to_person uuid not null
  to_ja text not null
  to_en text not null
  until date
  note text
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  ended_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (answer) REFERENCES surveys.answer(id)
  UNIQUE index USING btree (answer, section) WHERE (ended_at IS NULL)
  policy asked for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('answer-surveys'::text) AS has) AND (ended_at IS NULL) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = delegation.answer))) AND (EXISTS ( SELECT FROM acting.holder h WHERE ((h.seat = ( SELECT acting.seat() AS seat)) AND (h.person = delegation.to_person)))))
  policy own for select to portal using (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = delegation.answer)))
  policy ended for update to portal using (( SELECT acting.has('answer-surveys'::text) AS has) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = delegation.answer)))) check ((ended_at IS NOT NULL) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = delegation.answer))))
  grant insert, select, update (ended_at) to portal

table surveys.hearing (row security, forced)
  id uuid not null
  about text not null
  realm uuid not null
  body uuid not null
  year smallint not null
  held_on date not null
  with_whom text not null
  notes text not null
  handling jsonb not null
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (body) REFERENCES parties.body(id)
  CHECK ((length(notes) > 0))
  CHECK ((length(with_whom) > 0))
  index USING btree (body, year)
  policy held for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (realm = ( SELECT acting.realm() AS realm)) AND ( SELECT acting.has('plan-surveys'::text) AS has) AND (EXISTS ( SELECT FROM parties.body b WHERE (b.id = hearing.body))))
  policy carry for select to circulator using true
  policy in_realm (restrictive) for select to portal using (realm = ( SELECT acting.realm() AS realm))
  policy read for select to portal using (EXISTS ( SELECT FROM surveys.hearing_reader r WHERE ((r.hearing = hearing.id) AND (r.seat = ( SELECT acting.seat() AS seat)))))
  grant select to circulator
  grant insert, select to portal

table surveys.hearing_reader (row security, forced)
  hearing uuid not null
  seat uuid not null
  PRIMARY KEY (hearing, seat)
  FOREIGN KEY (hearing) REFERENCES surveys.hearing(id)
  index USING btree (seat)
  policy carry for all to circulator using true check true
  policy mine for select to portal using (seat = ( SELECT acting.seat() AS seat))
  grant insert, select to circulator
  grant select to portal

table surveys.reader (row security, forced)
  submission uuid not null
  campaign uuid not null
  seat uuid not null
  named boolean not null
  PRIMARY KEY (submission, seat)
  FOREIGN KEY (campaign) REFERENCES surveys.campaign(id)
  FOREIGN KEY (submission) REFERENCES surveys.submission(id)
  index USING btree (seat, campaign)
  policy carry for all to circulator using true check true
  policy mine for select to portal using (seat = ( SELECT acting.seat() AS seat))
  grant insert, select to circulator
  grant select to portal

table surveys.remark (row security, forced)
  id uuid not null
  answer uuid not null
  section text not null
  said text not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (answer) REFERENCES surveys.answer(id)
  CHECK ((length(said) > 0))
  index USING btree (answer, at)
  policy said for insert to portal check ((person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = remark.answer))))
  policy own for select to portal using (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = remark.answer)))
  grant insert, select to portal

table surveys.request (row security, forced)
  id uuid not null
  answer uuid not null
  n smallint not null
  revisions jsonb not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  UNIQUE (answer, n)
  UNIQUE (id, answer, person)
  PRIMARY KEY (id)
  FOREIGN KEY (answer) REFERENCES surveys.answer(id)
  CHECK ((n > 0))
  UNIQUE index USING btree (answer, n)
  UNIQUE index USING btree (id, answer, person)
  policy asked for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('answer-surveys'::text) AS has) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = request.answer))))
  policy own for select to portal using (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = request.answer)))
  grant insert, select to portal

table surveys.section (row security, forced)
  answer uuid not null
  key text not null
  answers jsonb not null
  carried jsonb not null
  revision integer not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (answer, key)
  FOREIGN KEY (answer) REFERENCES surveys.answer(id)
  CHECK ((revision > 0))
  policy written for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('answer-surveys'::text) AS has) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = section.answer))) AND (NOT (EXISTS ( SELECT FROM surveys.signature g WHERE ((g.answer = section.answer) AND (NOT (EXISTS ( SELECT FROM surveys.withdrawal w WHERE (w.submission = g.submission)))))))))
  policy own for select to portal using (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = section.answer)))
  policy rewritten for update to portal using (( SELECT acting.has('answer-surveys'::text) AS has) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = section.answer))) AND (NOT (EXISTS ( SELECT FROM surveys.signature g WHERE ((g.answer = section.answer) AND (NOT (EXISTS ( SELECT FROM surveys.withdrawal w WHERE (w.submission = g.submission))))))))) check ((person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = section.answer))))
  grant insert, select, update (answers, at, carried, person, person_en, person_ja, revision) to portal

table surveys.signature (row security, forced)
  submission uuid not null
  answer uuid not null
  n smallint not null
  request uuid not null
  asked_by uuid not null
  asked_ja text not null
  asked_en text not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  UNIQUE (answer, n)
  PRIMARY KEY (submission)
  FOREIGN KEY (answer) REFERENCES surveys.answer(id)
  FOREIGN KEY (request, answer, asked_by) REFERENCES surveys.request(id, answer, person)
  FOREIGN KEY (submission) REFERENCES surveys.submission(id)
  CHECK ((n > 0))
  CHECK ((person <> asked_by))
  UNIQUE index USING btree (answer, n)
  policy signed for insert to portal check ((person = ( SELECT acting.person() AS person)) AND ( SELECT acting.has('sign-surveys'::text) AS has) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = signature.answer))))
  policy own for select to portal using (EXISTS ( SELECT FROM surveys.answer a WHERE (a.id = signature.answer)))
  grant insert, select to portal

table surveys.submission (row security, forced)
  id uuid not null
  campaign uuid not null
  realm uuid not null
  sector text
  answers jsonb not null
  late boolean not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (campaign) REFERENCES surveys.campaign(id)
  index USING btree (campaign, at)
  policy signed for insert to portal check ((realm = ( SELECT acting.realm() AS realm)) AND ( SELECT acting.has('sign-surveys'::text) AS has) AND (EXISTS ( SELECT FROM surveys.answer a WHERE (a.campaign = submission.campaign))))
  policy carry for select to circulator using true
  policy in_realm (restrictive) for select to portal using (realm = ( SELECT acting.realm() AS realm))
  policy own_or_read for select to portal using ((EXISTS ( SELECT FROM surveys.signature g WHERE (g.submission = submission.id))) OR ((EXISTS ( SELECT FROM surveys.reader r WHERE ((r.submission = submission.id) AND (r.seat = ( SELECT acting.seat() AS seat))))) AND (NOT (EXISTS ( SELECT FROM surveys.withdrawal w WHERE (w.submission = submission.id))))))
  policy tally for select to tallier using true
  grant select to circulator
  grant insert, select to portal
  grant select to tallier

table surveys.submitter (row security, forced)
  submission uuid not null
  seat uuid not null
  body uuid not null
  PRIMARY KEY (submission)
  FOREIGN KEY (submission) REFERENCES surveys.submission(id)
  index USING btree (seat)
  policy signed for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (body = ( SELECT acting.body() AS body)) AND ( SELECT acting.has('sign-surveys'::text) AS has))
  policy carry for select to circulator using true
  policy own_or_named for select to portal using ((seat = ( SELECT acting.seat() AS seat)) OR (EXISTS ( SELECT FROM surveys.reader r WHERE ((r.submission = submitter.submission) AND (r.seat = ( SELECT acting.seat() AS seat)) AND r.named))))
  policy tally for select to tallier using true
  grant select to circulator
  grant insert, select to portal
  grant select to tallier

table surveys.turn (row security, forced)
  campaign uuid not null
  n smallint not null
  what text not null
  due timestamp with time zone
  note text
  seat uuid not null
  person uuid not null
  person_ja text not null
  person_en text not null
  at timestamp with time zone not null
  PRIMARY KEY (campaign, n)
  FOREIGN KEY (campaign) REFERENCES surveys.campaign(id)
  CHECK (((due IS NULL) OR (what = 'extended'::text)))
  CHECK ((n > 0))
  CHECK ((what = ANY (ARRAY['opened'::text, 'extended'::text, 'closed'::text, 'called-off'::text])))
  policy done for insert to portal check ((seat = ( SELECT acting.seat() AS seat)) AND (person = ( SELECT acting.person() AS person)) AND (EXISTS ( SELECT FROM (surveys.campaign c JOIN circulation.reach r ON (((r.item = c.item) AND r.author))) WHERE ((c.id = turn.campaign) AND ((turn.what <> 'opened'::text) OR (c.person <> ( SELECT acting.person() AS person)))))) AND CASE what WHEN 'opened'::text THEN ( SELECT acting.has('open-surveys'::text) AS has) ELSE ( SELECT acting.has('plan-surveys'::text) AS has) END)
  policy reached for select to portal using (EXISTS ( SELECT FROM surveys.campaign c WHERE (c.id = turn.campaign)))
  policy trace for select to tracer using true
  grant insert, select to portal
  grant select to tracer
  trigger turn_must_follow before insert on surveys.turn for each row execute function surveys.must_follow()

table surveys.withdrawal (row security, forced)
  submission uuid not null
  why text not null
  at timestamp with time zone not null
  PRIMARY KEY (submission)
  FOREIGN KEY (submission) REFERENCES surveys.submission(id)
  CHECK ((length(why) > 0))
  policy taken_back for insert to portal check (( SELECT acting.has('sign-surveys'::text) AS has) AND (EXISTS ( SELECT FROM surveys.signature g WHERE (g.submission = withdrawal.submission))))
  policy tally for select to tallier using true
  policy told for select to portal using ((EXISTS ( SELECT FROM surveys.signature g WHERE (g.submission = withdrawal.submission))) OR (EXISTS ( SELECT FROM surveys.reader r WHERE ((r.submission = withdrawal.submission) AND (r.seat = ( SELECT acting.seat() AS seat))))))
  grant insert, select to portal
  grant select to tallier

function acting.at() returns timestamp with time zone for circulator, finder, host, portal, realm_keeper, tallier, tracer, worker
function acting.begin(bytea,uuid,timestamp with time zone) returns TABLE(seat uuid, person uuid, realm uuid, body uuid, capacity text, role text, scopes text[], sign_in uuid, kind text, strong boolean, powers text[], halted text, in_live boolean) as acting_door for portal
function acting.begin_as(uuid,uuid,uuid,timestamp with time zone) returns TABLE(seat uuid, person uuid, realm uuid, body uuid, capacity text, role text) as acting_door for worker
function acting.begin_once(bytea,uuid,timestamp with time zone,text) returns TABLE(seat uuid, person uuid, realm uuid, body uuid, capacity text, role text, scopes text[], sign_in uuid, kind text, strong boolean, powers text[], halted text, in_live boolean, kept text, door text, body_hash bytea, status smallint, answer jsonb) as acting_door for portal
function acting.body() returns uuid for circulator, finder, host, portal, realm_keeper, tallier, tracer, worker
function acting.capacity() returns text for circulator, finder, host, portal, realm_keeper, tallier, tracer, worker
function acting.circles() returns uuid[] as acting_door for finder, portal
function acting.day() returns date for circulator, finder, host, portal, tallier, tracer, worker
function acting.day(timestamp with time zone) returns date as acting_door for circulator, finder, host, portal, sealer, tallier, tracer, worker
function acting.halted() returns text for circulator, finder, host, portal, realm_keeper, tallier, tracer, worker
function acting.has(text) returns boolean as acting_door for circulator, finder, host, portal, realm_keeper, tallier, tracer, worker
function acting.in_drill() returns boolean for circulator, finder, host, portal, realm_keeper, tallier, tracer, worker
function acting.live() returns boolean for circulator, finder, host, portal, realm_keeper, tallier, tracer, worker
function acting.mac(text) returns text as acting_door for nobody
function acting.me() returns uuid[] for circulator, finder, host, portal, realm_keeper, tallier, tracer, worker
function acting.microseconds(timestamp with time zone) returns bigint for nobody
function acting.person() returns uuid for circulator, finder, host, portal, porter, realm_keeper, tallier, tracer, worker
function acting.realm() returns uuid for circulator, finder, host, portal, porter, realm_keeper, tallier, tracer, worker
function acting.seal(text,bytea) returns text for nobody
function acting.seat() returns uuid for circulator, finder, host, portal, porter, realm_keeper, tallier, tracer, worker
function acting.who() returns text[] as acting_door for circulator, finder, host, portal, porter, realm_keeper, tallier, tracer, worker
function acting.zone() returns text as acting_door for portal, tallier, worker
function breakglass.decide(uuid,boolean,text,uuid,timestamp with time zone,timestamp with time zone,timestamp with time zone) returns text as tracer for portal
function breakglass.decides(uuid) returns boolean as circulator for portal
function breakglass.finish(uuid) returns boolean as tracer for portal
function breakglass.read(uuid,uuid) returns TABLE(what text, kind text, subject uuid, until timestamp with time zone, source jsonb) as tracer for portal
function breakglass.take_back() returns trigger as tracer for migrator, portal
function channels.ask(uuid,uuid[],text,text,jsonb,timestamp with time zone,boolean,uuid) returns text as host for portal
function channels.ask_views(uuid,uuid,uuid[],text,text) returns text as host for portal
function channels.audience(uuid,uuid) returns TABLE(seat uuid, body uuid, capacity text, name_ja text, name_en text, until timestamp with time zone) as host for portal
function channels.begin_support(uuid,text,uuid,boolean,text,text) returns boolean as host for portal
function channels.end_invitation(uuid) returns uuid as host for portal
function channels.find(tsquery,integer,timestamp with time zone) returns TABLE(message uuid, at timestamp with time zone) as finder for portal
function channels.guests(uuid) returns TABLE(id uuid, thread uuid, title text, seat uuid, capacity text, name_ja text, name_en text, starts timestamp with time zone, ends timestamp with time zone, past boolean) as host for portal
function channels.inquiry_names(uuid) returns TABLE(seat uuid, capacity text, name_ja text, name_en text) as host for portal
function channels.invite(uuid,uuid,uuid,uuid,timestamp with time zone,timestamp with time zone,boolean) returns text as host for portal
function channels.knows(uuid) returns boolean as host for nobody
function channels.members(uuid) returns TABLE(seat uuid, body uuid, capacity text) as host for nobody
function channels.open_group(uuid,text,text,uuid[]) returns text as host for portal
function channels.open_thread(uuid,uuid,text,uuid[]) returns text as host for portal
function channels.outcome_stands(uuid) returns boolean as host for portal
function channels.pass_views(uuid) returns boolean as host for portal
function channels.read_by(uuid) returns TABLE(message uuid, read bigint, total bigint) as host for portal
function channels.stand() returns void as host for worker
function channels.stand_above() returns trigger as host for migrator
function channels.support_names(uuid) returns TABLE(seat uuid, capacity text, name_ja text, name_en text) as host for portal
function channels.takes_part(uuid) returns boolean as host for portal
function channels.takes_part_in(uuid) returns boolean as host for portal
function channels.view_table(uuid) returns TABLE(seat uuid, side text, lead boolean, capacity text, name_ja text, name_en text) as host for portal
function channels.visits() returns TABLE(space uuid, thread uuid, kind text, title_ja text, title_en text, ends timestamp with time zone, past boolean) as host for portal
function circulation.ask_below(uuid,timestamp with time zone) returns void as circulator for portal
function circulation.ask_no_more(uuid,timestamp with time zone) returns void as circulator for portal
function circulation.ask_until(uuid,timestamp with time zone,timestamp with time zone) returns void as circulator for portal
function circulation.asked(uuid) returns TABLE(seat uuid, via uuid, sent_at timestamp with time zone) as circulator for nobody
function circulation.asks_me(uuid) returns boolean as circulator for portal
function circulation.author_reaches() returns trigger as circulator for migrator, portal
function circulation.callable(timestamp with time zone,interval,interval) returns TABLE(receipt uuid, item uuid, body uuid, capacity text, sector text, need text, due timestamp with time zone, sent_at timestamp with time zone, delivered_at timestamp with time zone, opened_at timestamp with time zone, unreachable text, may_take_word boolean, other_at timestamp with time zone, other_outcome text) as circulator for portal
function circulation.carry_beside(uuid,timestamp with time zone) returns TABLE(seat uuid) as circulator for portal
function circulation.carry_in(uuid,uuid,text,timestamp with time zone,timestamp with time zone,timestamp with time zone,timestamp with time zone,timestamp with time zone) returns TABLE(seat uuid) as circulator for portal
function circulation.carry_up(uuid,text,text,timestamp with time zone,timestamp with time zone,timestamp with time zone,timestamp with time zone,timestamp with time zone) returns TABLE(seat uuid, tier smallint) as circulator for portal
function circulation.chosen(uuid) returns TABLE(body uuid, circle uuid, sector text, why text, within uuid) as circulator for nobody
function circulation.close_earlier(uuid,uuid[],timestamp with time zone) returns void as circulator for nobody
function circulation.curve(uuid) returns TABLE(tier smallint, capacity text, at timestamp with time zone, n bigint) as circulator for portal
function circulation.dispatch(uuid,text,timestamp with time zone,timestamp with time zone,timestamp with time zone,timestamp with time zone,timestamp with time zone) returns bigint as circulator for portal
function circulation.end_reach(uuid,uuid[],timestamp with time zone) returns bigint as circulator for tracer
function circulation.figures(uuid) returns TABLE(tier smallint, capacity text, sector text, whole boolean, targeted bigint, sent bigint, delivered bigint, opened bigint, acknowledged bigint, unreachable bigint, reasons jsonb, states jsonb, median_seconds double precision, max_seconds double precision) as circulator for portal
function circulation.find(tsquery,integer,timestamp with time zone,uuid) returns TABLE(item uuid, sent timestamp with time zone) as finder for portal
function circulation.found(tsquery,text) returns TABLE(item uuid) as finder for portal
function circulation.hand_over(uuid,timestamp with time zone) returns TABLE(item uuid, realm uuid) as circulator for worker
function circulation.holders(uuid) returns TABLE(seat uuid, body uuid, capacity text, sector text, tier smallint, via uuid, overseer uuid, circle uuid, why text) as circulator for portal
function circulation.is_author(uuid) returns boolean as circulator for portal
function circulation.left_out(uuid,timestamp with time zone) returns TABLE(body uuid, why text) as circulator for portal
function circulation.lend(text,uuid,uuid,timestamp with time zone) returns uuid[] as circulator for tracer
function circulation.may_call(uuid,uuid,uuid) returns boolean as circulator for portal
function circulation.note_answer(uuid,boolean,timestamp with time zone) returns void as circulator for portal
function circulation.recall(uuid,timestamp with time zone,timestamp with time zone,timestamp with time zone) returns bigint as circulator for portal
function circulation.recipients(uuid,timestamp with time zone) returns TABLE(seat uuid, body uuid, capacity text, sector text, tier smallint, via uuid, overseer uuid, circle uuid, why text) as circulator for portal
function circulation.relay(uuid,timestamp with time zone,timestamp with time zone,timestamp with time zone) returns bigint as circulator for portal
function circulation.show_beside(uuid,uuid[],timestamp with time zone,timestamp with time zone) returns SETOF uuid as circulator for tracer
function circulation.sight(text,uuid) returns TABLE(body uuid, capacity text, sector text, why text, circle uuid, via uuid, author boolean, mine boolean, state text, n bigint, versions bigint, of bigint, since timestamp with time zone, opened_at timestamp with time zone, acknowledged_at timestamp with time zone, opened bigint, acknowledged bigint, whole boolean, seat uuid) as circulator for portal
function circulation.spoken(uuid) returns bigint as circulator for portal
function circulation.supersede(uuid,timestamp with time zone) returns void as circulator for portal
function circulation.take_back(uuid[],uuid) returns void as circulator for tracer
function circulation.take_word(uuid,uuid,text,text,text,uuid,timestamp with time zone) returns TABLE(done text, item uuid) as circulator for portal
function drills.follows(text,text) returns boolean for nobody
function drills.hops(uuid) returns TABLE(what text, seat uuid, since timestamp with time zone, at timestamp with time zone) as tallier for portal
function drills.is_over(uuid) returns boolean as realm_keeper for portal
function drills.is_told(uuid) returns boolean as realm_keeper for portal
function drills.keep_place() returns trigger as realm_keeper for migrator, portal
function drills.keep_realm() returns trigger as realm_keeper for migrator, portal
function drills.may_lay(uuid) returns boolean as realm_keeper for portal, tallier
function drills.part(uuid) returns text as realm_keeper for portal, tallier
function exchange.alike(text) returns text for tracer
function exchange.answerable(uuid) returns uuid as tracer for nobody
function exchange.ask_sources(uuid,timestamp with time zone,text,timestamp with time zone) returns integer as tracer for portal
function exchange.asking_sent(uuid) returns timestamp with time zone as tracer for portal
function exchange.asking_state(uuid,timestamp with time zone) returns text as tracer for portal, worker
function exchange.body_named() returns trigger as tracer for migrator
function exchange.change_feedback(uuid,text,text,timestamp with time zone,timestamp with time zone,integer,text,text,timestamp with time zone) returns boolean as tracer for portal
function exchange.consent_counts() returns trigger as tracer for migrator, portal
function exchange.enter_source(uuid,jsonb,text,text,boolean,text[],text[],timestamp with time zone) returns boolean as tracer for portal
function exchange.feedback_stands(uuid) returns boolean as tracer for portal
function exchange.give_feedback(uuid,uuid,text,text,timestamp with time zone,timestamp with time zone,integer,text,text,timestamp with time zone) returns boolean as tracer for portal
function exchange.give_offering(uuid,uuid,text,text,smallint,jsonb,text[],text[],boolean,text,timestamp with time zone) returns boolean as tracer for portal
function exchange.hand_over(uuid,timestamp with time zone) returns bigint as tracer for worker
function exchange.holder_seated() returns trigger as tracer for migrator
function exchange.is_source(uuid) returns boolean as tracer for portal
function exchange.learn(uuid) returns void as tracer for nobody
function exchange.mark(text) returns integer for tracer
function exchange.must_stand() returns trigger as tracer for migrator, portal
function exchange.offering_named(uuid) returns boolean as tracer for portal
function exchange.offering_open(uuid) returns boolean as tracer for portal
function exchange.offering_part(uuid) returns text as tracer for portal
function exchange.pass_offering(uuid,text,timestamp with time zone) returns boolean as tracer for portal
function exchange.pass_onward(uuid,text,timestamp with time zone,timestamp with time zone) returns integer as tracer for portal
function exchange.person_named() returns trigger as tracer for migrator
function exchange.seats_of(text[],text[],timestamp with time zone) returns uuid[] as tracer for nobody
function exchange.set_extent(uuid,boolean,text,timestamp with time zone) returns boolean as tracer for portal
function exchange.shown(uuid) returns bytea as tracer for nobody
function exchange.source_objection(uuid,boolean,timestamp with time zone) returns text as tracer for nobody
function exchange.stands_against(uuid,timestamp with time zone) returns text as tracer for portal
function exchange.stands_with(uuid,uuid,timestamp with time zone) returns boolean as tracer for worker
function exchange.take_turn() returns trigger as tracer for migrator, portal
function exchange.told_of(uuid) returns SETOF uuid as tracer for portal
function exchange.traces(text,bytea) returns TABLE(found text, kind text) as tracer for portal
function exchange.use_of(uuid) returns TABLE(provision uuid, kind text, sent timestamp with time zone, recalled boolean, targeted bigint, acknowledged bigint, affected bigint, not_affected bigint, investigating bigint, sightings bigint, corrections bigint) as tracer for portal
function exchange.withdraw_offering(uuid,timestamp with time zone) returns boolean as tracer for portal
function files.attach(uuid,uuid,uuid,smallint) returns boolean as porter for portal
function files.attach_as_before(uuid,uuid) returns void as porter for portal
function files.hold(uuid,uuid,uuid,text,text,integer,bytea,text,boolean,timestamp with time zone) returns TABLE(content uuid, fresh boolean) as porter for portal
function files.may_add(uuid) returns boolean as porter for nobody
function journal.siblings(bigint,integer) returns bytea[] as sealer for portal
function mode.in_force(text,text,timestamp with time zone) returns text for portal
function mode.is_second(uuid,timestamp with time zone) returns boolean as tracer for portal
function mode.one_at_a_time(uuid) returns void for portal
function parties.accept_invitation(bytea,text,timestamp with time zone) returns TABLE(id uuid, person uuid, seat uuid) as acting_door for portal
function parties.accept_succession(uuid,jsonb,timestamp with time zone) returns TABLE(points integer, places integer) as acting_door for portal
function parties.arm_invitation(uuid,bytea,timestamp with time zone) returns TABLE(name_ja text, name_en text, body_ja text, body_en text, title_ja text, title_en text, invited_at timestamp with time zone, until timestamp with time zone) as acting_door for worker
function parties.arm_recovery(uuid,bytea,timestamp with time zone) returns TABLE(name_ja text, name_en text, locale text, opened_at timestamp with time zone, until timestamp with time zone, used_at timestamp with time zone) as acting_door for worker
function parties.confirm_handover(uuid,timestamp with time zone) returns boolean as acting_door for portal
function parties.confirm_recovery(uuid,text,bytea,boolean,timestamp with time zone) returns boolean as acting_door for portal
function parties.duty_desks(timestamp with time zone) returns TABLE(name_ja text, name_en text, label text, hours text, phone text) as acting_door for portal
function parties.end_sign_in(uuid,timestamp with time zone) returns text as acting_door for portal
function parties.fellows(uuid,timestamp with time zone) returns TABLE(name_ja text, name_en text) as circulator for portal
function parties.freshness(timestamp with time zone) returns TABLE(capacity text, bodies bigint, fresh bigint) as tallier for portal
function parties.gone_from_roster(date) returns TABLE(body uuid, person uuid) as tracer for portal
function parties.in_force(uuid,timestamp with time zone) returns boolean for circulator, portal, tracer
function parties.install_door_key(bytea) returns boolean as acting_door for worker
function parties.invitation_by(bytea,timestamp with time zone) returns TABLE(id uuid, email text, name_ja text, name_en text, body_ja text, body_en text, capacity text, role text, title_ja text, title_en text, until timestamp with time zone, known boolean) as acting_door for portal
function parties.known_by_email(text,bytea) returns TABLE(person uuid, hash text, secret bytea, pending bytea, last_step bigint) as acting_door for portal
function parties.known_by_passkey(text,bytea) returns TABLE(id uuid, person uuid, public_key bytea, counter bigint, transports text[]) as acting_door for portal
function parties.move_session(uuid,bytea,uuid,timestamp with time zone) returns boolean as acting_door for portal
function parties.my_seats(timestamp with time zone) returns TABLE(seat uuid, body uuid, key text, name_ja text, name_en text, capacity text, role text) as acting_door for portal
function parties.new_challenge(text,text,timestamp with time zone) returns void as acting_door for portal
function parties.open_recovery(uuid,uuid,text,bytea,boolean,timestamp with time zone) returns boolean as acting_door for portal
function parties.open_session(uuid,bytea,text,uuid,text,bigint,uuid,bigint,timestamp with time zone,bytea) returns uuid as acting_door for portal
function parties.proved(text,bytea) returns boolean as acting_door for nobody
function parties.recovery_by(bytea,timestamp with time zone) returns TABLE(id uuid, email text, name_ja text, name_en text, until timestamp with time zone, confirmed boolean) as acting_door for portal
function parties.renew_credentials(uuid,bytea,timestamp with time zone) returns boolean as acting_door for portal
function parties.revoke_recovery(uuid,timestamp with time zone) returns boolean as acting_door for portal
function parties.take_challenge(text,text,timestamp with time zone) returns boolean as acting_door for portal
function parties.use_recovery(bytea,bytea,boolean,timestamp with time zone) returns TABLE(id uuid, person uuid) as acting_door for portal
function parties.write_recovery_letter(uuid,text,timestamp with time zone) returns void as acting_door for nobody
function platform.attempt(text,bytea,timestamp with time zone) returns integer as acting_door for portal
function progress.tally(text[],timestamp with time zone,timestamp with time zone) returns TABLE(fact text, month date, n bigint) as tallier for portal
function review.cases(timestamp with time zone[]) returns TABLE(item uuid, span integer, event_type text, cause_types text[], open boolean, submitted_at timestamp with time zone) as tallier for nobody
function review.centre() returns TABLE(seat uuid, realm uuid) as tallier for nobody
function review.counts(timestamp with time zone[]) returns TABLE(what text, code text, span integer, n bigint) as tallier for portal
function review.hops(timestamp with time zone[]) returns TABLE(way text, tier smallint, capacity text, n bigint, median double precision, longest double precision) as tallier for portal
function review.must_stand() returns trigger as tracer for migrator, portal
function review.sent(timestamp with time zone[]) returns TABLE(item uuid, span integer, at timestamp with time zone) as tallier for nobody
function review.showcase_answers(uuid) returns TABLE(told bigint, adopted bigint, considering bigint) as tallier for portal
function review.silent(timestamp with time zone[],timestamp with time zone) returns TABLE(sector text, bodies bigint, asked bigint) as tallier for portal
function situations.counts(uuid) returns TABLE(sector text, reports bigint, fresh bigint) as tallier for portal
function situations.must_stand() returns trigger as tracer for migrator, portal
function situations.names_a_body(text) returns boolean as tracer for portal
function situations.one_at_a_time(uuid) returns void for portal
function situations.seen() returns uuid[] as tracer for portal, tallier
function surveys.hand_in(uuid) returns bigint as circulator for portal
function surveys.must_follow() returns trigger as tracer for migrator, portal
function surveys.must_stand() returns trigger as tracer for migrator, portal
function surveys.reach(uuid) returns TABLE(tier smallint, capacity text, sector text, targeted bigint, sent bigint, delivered bigint, opened bigint, relayed bigint, answered bigint, late bigint) as tallier for portal
function surveys.share_hearing(uuid,text[],timestamp with time zone) returns bigint as circulator for portal
function surveys.standing(uuid) returns TABLE(seat uuid, body uuid, sector text, sent_at timestamp with time zone, answered_at timestamp with time zone, late boolean) as tallier for portal
