package org.omnihall.hall.enterprise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the frame around every page of the enterprise hall shows.
 *
 * @param member nobody for a visitor
 */
public record Hall(Optional<Member> member) {

    public List<Section> sections() {
        return Stream.of(Section.values())
                .filter(section -> section.isFor(member))
                .toList();
    }
}
