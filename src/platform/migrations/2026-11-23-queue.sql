-- The job queue keeps its own tables in a schema of its own; it holds names of jobs and times, nothing of bodies.
create schema pgboss;
grant usage, create on schema pgboss to worker;
