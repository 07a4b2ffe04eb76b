package rapport.system.bench;

import rapport.stack.parts.Database;

/**
 * Where a rival keeps its tasks.
 *
 * @param key of the rival, as the keys of the results have it
 * @param copies the statement that makes so many ({@code %d}) copies of the one task that was scheduled, by the rival's own interface,
 *     for tomorrow
 * @param release the statement by which so many ({@code %d}) of tomorrow's tasks are due now
 * @param isLeft the query that says whether anything due is neither executed nor settled
 */
record TaskTable(String key, Database database, String copies, String release, String isLeft) {}
