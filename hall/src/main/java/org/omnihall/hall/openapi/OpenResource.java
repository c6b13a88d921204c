package org.omnihall.hall.openapi;

import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.ResourceType;

/**
 * A resource as the module that owns it offers it. A bean of this type is all that is needed: lists with filters, fields, sort and pages,
 * reading, writing as far as {@link Writing} offers it, and announcements to the hub follow.
 *
 * @param relation where its rows are read
 * @param see what a client must be allowed to read it
 * @param change what a client must be allowed to write it
 */
public record OpenResource(Api api, ResourceType type, Relation relation, Writing writing, Right see, Right change) {

    public String path() {
        return api.path() + "/" + type.name();
    }

    public String href(String id) {
        return path() + "/" + id;
    }
}
