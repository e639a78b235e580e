-- A reply by mail acknowledges as the person who holds the seat; the worker writes it after it has begun to act as them.
grant update (opened_at, acknowledged_at, state, note) on circulation.receipt to worker;
