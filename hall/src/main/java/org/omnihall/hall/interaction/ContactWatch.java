package org.omnihall.hall.interaction;

/**
 * Somebody who must know of contacts of some kinds. A bean of this type is told in the writer's transaction, so that what he makes of a contact
 * stands or falls with it; a contact that is told twice may reach him twice.
 */
public interface ContactWatch {

    boolean watches(ContactKind kind);

    void written(Contact contact);
}
