import {
  Model,
  Publication,
  PublicationConfig,
  PublicationDetail,
  Published,
  RotatedKey,
  Unpublished,
} from '@inference-portal/plugin-model-publishing-common';
import { Principal } from '../tenancy/Principal';

/** Names a publication as callers do; the tenant is needed only when the name is ambiguous for the caller. */
export interface PublicationSelector {
  model: string;
  tenant?: string;
}

export interface Page<Item> {
  items: Item[];
  totalItems: number;
  nextCursor?: string;
}

export interface PageRequest {
  limit: number;
  cursor?: string;
}

/** What can be asked of this product; REST routes and actions share it. */
export interface UseCases {
  publish(
    principal: Principal,
    model: string,
    config: PublicationConfig,
  ): Promise<Published>;
  getPublication(
    principal: Principal,
    selector: PublicationSelector,
  ): Promise<PublicationDetail>;
  listPublications(
    principal: Principal,
    query: PageRequest & { tenant?: string },
  ): Promise<Page<Publication>>;
  unpublish(
    principal: Principal,
    selector: PublicationSelector,
  ): Promise<Unpublished>;
  rotateKey(
    principal: Principal,
    selector: PublicationSelector,
  ): Promise<RotatedKey>;
  listModels(
    principal: Principal,
    query: PageRequest & { tenant?: string; name?: string },
  ): Promise<Page<Model>>;
}
