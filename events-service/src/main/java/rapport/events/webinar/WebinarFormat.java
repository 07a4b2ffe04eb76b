package rapport.events.webinar;

/** The reports that can be read. */
enum WebinarFormat {
    ZOOM_WEBINAR,
    ZOOM_MEETING,
    TEAMS,
    GOTOWEBINAR,
    BIGBLUEBUTTON,
    GENERIC_CSV
}
