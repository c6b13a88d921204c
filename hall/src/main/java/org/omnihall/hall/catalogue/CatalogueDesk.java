package org.omnihall.hall.catalogue;

import org.omnihall.hall.shell.Flash;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What all screens of the catalogue do alike. */
final class CatalogueDesk {

    private CatalogueDesk() {}

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Tells on the next page what became of a change. */
    static void tell(BusinessChange change, String done, RedirectAttributes next) {
        switch (change) {
            case BusinessChange.Done it -> Flash.good(next, done);
            case BusinessChange.Refused no ->
                Flash.bad(next, "catalogue.refused." + no.reason().name());
        }
    }

    /** Tells on the next page what became of a change; what keeps an offering back stands on its page. */
    static void tell(OfferingChange change, RedirectAttributes next) {
        switch (change) {
            case OfferingChange.Done now ->
                Flash.good(next, "catalogue.saved", now.offering().name(LocaleContextHolder.getLocale()));
            case OfferingChange.Refused no ->
                Flash.bad(next, "catalogue.refused." + no.reason().name());
            case OfferingChange.NotPublished back ->
                Flash.bad(next, "catalogue.notPublished", back.obstacles().size());
        }
    }
}
