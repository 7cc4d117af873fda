/**
 * Groups what means the same one: {@link org.onrecord.nlp.coreference.ArticleEntityResolver} is the way in. Titles, roles
 * and nicknames are tables beside the classes in the resources.
 */
package org.onrecord.nlp.coreference;
