package rapport.contacts.scan;

import java.util.List;

/** One answer per item of an upload, in the same order. */
record UploadAnswer(List<ScanAnswer> items) {}
