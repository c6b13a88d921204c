package org.omnihall.hall.interaction;

import java.util.Optional;
import org.omnihall.hall.party.Certificate;

/**
 * The person that holds the number.
 *
 * @param certificate what may be seen of his certificate
 */
public record Holder(String name, Optional<Certificate.Hint> certificate) {}
