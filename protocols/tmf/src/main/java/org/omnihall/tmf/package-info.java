/**
 * What TM Forum's REST design guideline (TMF630, v4) asks of every resource: filters, attribute selection, sorting, paging, patches, entity
 * tags and errors. A resource declares its attributes once ({@link org.omnihall.tmf.ResourceType}) and gets it all. No business, no
 * transport and no storage in it.
 */
@NullMarked
package org.omnihall.tmf;

import org.jspecify.annotations.NullMarked;
