export async function throughput(_stores: ('pglite' | 'postgres')[]): Promise<boolean> {
  return false;
}
