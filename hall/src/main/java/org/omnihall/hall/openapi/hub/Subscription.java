package org.omnihall.hall.openapi.hub;

import java.net.URI;
import org.omnihall.tmf.EventQuery;

/**
 * One listener's wish to be told.
 *
 * @param client who subscribed
 * @param areaPath it is told of what lies in this Area
 * @param query which events it wants
 * @param text the query as it was written
 */
record Subscription(long id, String api, String client, String areaPath, URI callback, EventQuery query, String text) {}
