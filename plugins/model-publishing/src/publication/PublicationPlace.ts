/** Which publication, as addresses name it. */
export interface PublicationPlace {
  cluster: string;
  tenant: string;
  model: string;
}
