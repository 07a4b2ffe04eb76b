-- Every row of a listed aggregate carries the transaction that changed it last: the change feed pages by it.
-- A time would not do: two commits share a millisecond, and a late commit carries an early time.
create function mark_change() returns trigger
  language plpgsql as
$$
begin
  new.change_xid := pg_current_xact_id();
  return new;
end
$$;
