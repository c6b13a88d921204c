package org.omnihall.hall.openapi;

import tools.jackson.databind.node.ObjectNode;

/**
 * A resource as it is stored.
 *
 * @param id as it is shown
 * @param version rises with every change; its entity tag
 * @param body without id and href
 */
public record Stored(String id, long version, String areaPath, ObjectNode body) {}
