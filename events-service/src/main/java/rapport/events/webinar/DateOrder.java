package rapport.events.webinar;

/** Which number comes first in a date such as 03/04/2026. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
