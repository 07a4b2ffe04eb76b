-- What owner and contact owed each other is deleted with a contact that is gone. A topic that is read again must not bring back the row,
-- not even an empty one. The lock keeps the erasure away from a contact about which something is being written.
create or replace function gone_contact_did_nothing() returns trigger language plpgsql as $$
declare
    gone boolean;
begin
    select c.deleted into gone from contact c where c.contact_id = new.contact_id for key share;
    if gone then
        return null;
    end if;
    return new;
end $$;

drop trigger tr_reciprocity_erased on reciprocity;
drop function gone_contact_owes_nothing();
create trigger tr_reciprocity_erased before insert on reciprocity
    for each row execute function gone_contact_did_nothing();

delete from reciprocity r
using  contact c
where  c.contact_id = r.contact_id and c.deleted and c.redacted;
