"""What one row cannot tell: triggers for the two promises that span tables, and what stays as it is.

The two promises are checked at the end of a transaction, so that an action may build an event
up in any order. `SET CONSTRAINTS ALL IMMEDIATE` asks for them earlier.
"""

from django.db import migrations

EVIDENCE = """
CREATE FUNCTION dateline_event_has_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    checked bigint;
BEGIN
    IF TG_TABLE_NAME = 'timeline_event' THEN
        checked := NEW.id;
    ELSE
        checked := OLD.event_id;
        -- Words that move to another text of their article are evidence as they were.
        IF TG_OP = 'UPDATE' THEN
            IF NEW.event_id = OLD.event_id AND NEW.text_id IS NOT NULL THEN
                RETURN NULL;
            END IF;
        END IF;
        -- Of two who each take one of the last two quotations away, one has to wait and see.
        PERFORM FROM timeline_event WHERE id = checked FOR NO KEY UPDATE;
    END IF;
    IF EXISTS (
        SELECT 1 FROM timeline_event e
        WHERE e.id = checked AND e.status = 'published'
          AND (e.dataset_id IS NULL OR e.external_id = '')
          AND NOT EXISTS (
              SELECT 1 FROM timeline_citation c WHERE c.event_id = e.id AND c.text_id IS NOT NULL
          )
    ) THEN
        RAISE EXCEPTION 'event % is published but rests on no quotation and no record', checked
            USING ERRCODE = 'check_violation', CONSTRAINT = 'event_has_evidence';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER event_has_evidence
    AFTER INSERT OR UPDATE OF status, dataset_id, external_id ON timeline_event
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.status = 'published') EXECUTE FUNCTION dateline_event_has_evidence();
CREATE CONSTRAINT TRIGGER event_keeps_evidence
    AFTER DELETE OR UPDATE OF event_id, text_id ON timeline_citation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION dateline_event_has_evidence();
"""

QUOTATION = """
CREATE FUNCTION dateline_quotation_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM timeline_citation c LEFT JOIN timeline_articletext t ON t.id = c.text_id
        WHERE c.id = NEW.id AND c.text_id IS NOT NULL
          AND (t.article_id <> c.article_id
               OR substr(t.body, c.start + 1, length(c.quotation)) <> c.quotation)
    ) THEN
        RAISE EXCEPTION 'the quotation of citation % does not stand in its text', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'quotation_stands';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER quotation_stands
    AFTER INSERT OR UPDATE OF article_id, text_id, quotation, start ON timeline_citation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.text_id IS NOT NULL) EXECUTE FUNCTION dateline_quotation_stands();
"""

KEPT = """
CREATE FUNCTION dateline_rows_are_added_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are added and never changed', TG_TABLE_NAME
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER text_is_never_changed BEFORE UPDATE ON timeline_articletext
    FOR EACH ROW EXECUTE FUNCTION dateline_rows_are_added_only();
CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON timeline_revision
    FOR EACH ROW EXECUTE FUNCTION dateline_rows_are_added_only();
"""


class Migration(migrations.Migration):
    dependencies = [("timeline", "0001_first")]

    operations = [
        migrations.RunSQL(
            EVIDENCE,
            "DROP TRIGGER event_has_evidence ON timeline_event;"
            "DROP TRIGGER event_keeps_evidence ON timeline_citation;"
            "DROP FUNCTION dateline_event_has_evidence();",
        ),
        migrations.RunSQL(
            QUOTATION,
            "DROP TRIGGER quotation_stands ON timeline_citation;"
            "DROP FUNCTION dateline_quotation_stands();",
        ),
        migrations.RunSQL(
            KEPT,
            "DROP TRIGGER text_is_never_changed ON timeline_articletext;"
            "DROP TRIGGER revision_is_never_changed ON timeline_revision;"
            "DROP FUNCTION dateline_rows_are_added_only();",
        ),
    ]
